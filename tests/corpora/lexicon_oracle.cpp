// Compares the lexicon with Hunspell, word by word, in both languages.
//
//   lexicon-oracle forms                     every form of the lexicon, as it stands and in
//   capitals lexicon-oracle mail DIFFERENCES [FOLDER] the words of real mail and what may become of
//   them; by
//                                            default the mail of $MAILCHECK_CORPORA, and skipped,
//                                            with exit status 77, without it
//
// DIFFERENCES holds a line for each accepted kind: a pattern of the whole word, a tab, the reason.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/regex.hpp"
#include "base/utf8.hpp"
#include "spelling/capitals.hpp"
#include "spelling/dictionary.hpp"
#include "spelling/known_word.hpp"
#include "spelling/lexicon.hpp"
#include "spelling/word_list.hpp"

using namespace mailcheck;

namespace {

constexpr int skipped = 77;
constexpr std::size_t word_limit = 1'000'000;
constexpr std::size_t shown_differences = 60;
constexpr std::array<const char*, language_count> names = {"en_US", "en_GB"};

/// A kind of differences that is no fault.
struct Accepted {
  Regex pattern;
  std::string reason;
  std::size_t count = 0;
};

class Comparison {
 public:
  explicit Comparison(std::vector<Accepted> accepted) : accepted_(std::move(accepted)) {
    for (std::size_t i = 0; i < names.size(); ++i)
      oracles_.at(i) = Dictionary::load(Dictionary::find({"/usr/share/hunspell"}, names.at(i)));
  }

  [[nodiscard]] bool has_oracles() const {
    return oracles_[0] != nullptr && oracles_[1] != nullptr;
  }

  void compare(const std::string& word) {
    if (word.empty() || !compared_.insert(word).second)
      return;
    const std::uint8_t known = languages_knowing(lexicon_, word, OwnWords::without);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool ours = (known >> i & 1U) != 0;
      if (oracles_.at(i)->knows(word) == ours)
        continue;
      if (is_accepted(word))
        continue;
      ++differences_;
      if (differences_ <= shown_differences)
        fmt::print("{} {}: {} only\n", names.at(i), word, ours ? "the lexicon" : "Hunspell");
    }
  }

  [[nodiscard]] bool is_full() const { return compared_.size() >= word_limit; }

  [[nodiscard]] int finish() const {
    for (const Accepted& kind : accepted_)
      fmt::print("{} accepted: {}\n", kind.count, kind.reason);
    fmt::print("{} strings compared, {} other differences\n", compared_.size(), differences_);
    return differences_ == 0 && compared_.size() > 100'000 ? 0 : 1;
  }

 private:
  bool is_accepted(const std::string& word) {
    for (Accepted& kind : accepted_) {
      SearchBudget budget;
      const std::vector<Range> found = kind.pattern.find_all(word, budget);
      if (found.size() == 1 && found[0].begin == 0 && found[0].end == word.size()) {
        ++kind.count;
        return true;
      }
    }
    return false;
  }

  Lexicon lexicon_ = embedded_lexicon();
  std::array<std::unique_ptr<Dictionary>, language_count> oracles_;
  std::vector<Accepted> accepted_;
  std::unordered_set<std::string> compared_;
  std::size_t differences_ = 0;
};

std::string in_capitals(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t length = decode_utf8(word, at).length;
    out += with_initial(word.substr(at, length));
    at += length;
  }
  return out;
}

int compare_forms(Comparison& comparison) {
  const Lexicon lexicon = embedded_lexicon();
  for (std::size_t i = 0; i < lexicon.group_count(); ++i) {
    const Lexicon::Group group = lexicon.group(i);
    for (std::size_t k = 0; k < group.size(); ++k) {
      const std::string form(group.form(k).text);
      comparison.compare(form);
      comparison.compare(in_capitals(form));
      if (group.form(k).flags.possessives() != 0)
        comparison.compare(form + "'s");
    }
  }
  return comparison.finish();
}

/// The word itself, in other cases, with endings, and joined to the one before it.
void compare_variants(Comparison& comparison, const std::string& word, const std::string& before) {
  const std::string lower = without_capitals(word);
  for (const std::string& variant : {word, lower, with_initial(lower), in_capitals(word)}) {
    comparison.compare(variant);
    for (const char* ending : {"'s", ".", "-", "...", "'S"})
      comparison.compare(variant + ending);
    comparison.compare("-" + variant);
    comparison.compare(before + "-" + variant);
  }
  comparison.compare(before + "--" + word);
  comparison.compare(word + "-" + before + "-" + lower + "-s");
}

bool is_of_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("'-.,").find(c) != std::string_view::npos;
}

void compare_text(Comparison& comparison, std::string_view text) {
  std::string before = "well";
  for (std::size_t at = 0; at < text.size() && !comparison.is_full();) {
    std::size_t end = at;
    while (end < text.size() && is_of_word(text[end]))
      ++end;
    const std::string word(text.substr(at, end - at));
    const bool is_short = word.size() < 40 && !word.empty();
    if (is_short && find_invalid_utf8(word) == word.size()) {
      compare_variants(comparison, word, before);
      before = word;
    }
    at = std::max(end, at + 1);
  }
}

int compare_mail(Comparison& comparison, const std::string& folder) {
  const DiskFileSystem disk;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    if (const Result<std::string> text = disk.read(path.string(), 1U << 26U))
      compare_text(comparison, *text);
  }
  return comparison.finish();
}

std::vector<Accepted> read_accepted(const std::string& path) {
  std::vector<Accepted> accepted;
  const DiskFileSystem disk;
  const Result<std::string> text = disk.read(path, 1U << 20U);
  for (const std::string& line : parse_word_list(text ? *text : std::string())) {
    const std::size_t tab = line.find('\t');
    Result<Regex> pattern = Regex::compile(line.substr(0, tab));
    if (tab != std::string::npos && pattern)
      accepted.push_back({*std::move(pattern), line.substr(tab + 1)});
  }
  return accepted;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool with_mail = arguments.size() > 1 && arguments[0] == "mail";
  const char* const corpora = std::getenv("MAILCHECK_CORPORA");
  if (with_mail && arguments.size() < 3 && corpora == nullptr) {
    fmt::print("skipped: MAILCHECK_CORPORA is not set\n");
    return skipped;
  }
  Comparison comparison(with_mail ? read_accepted(arguments[1]) : std::vector<Accepted>());
  if (!comparison.has_oracles()) {
    fmt::print("skipped: Hunspell's dictionaries are not installed\n");
    return skipped;
  }
  if (!with_mail)
    return compare_forms(comparison);
  return compare_mail(comparison,
                      arguments.size() > 2 ? arguments[2] : std::string(corpora) + "/data/mail");
}
