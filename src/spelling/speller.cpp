#include "spelling/speller.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/dictionary.hpp"
#include "spelling/known_word.hpp"
#include "spelling/suggestions.hpp"
#include "spelling/word_case.hpp"

namespace mailcheck {

namespace {

constexpr std::array<std::string_view, language_count> dictionary_names = {"en_US", "en_GB"};

std::string_view without_apostrophes_around(std::string_view word) {
  while (word.ends_with('\''))
    word.remove_suffix(1);
  while (word.starts_with('\''))
    word.remove_prefix(1);
  return word;
}

/// A word with ' for every apostrophe and without those around it.
class PlainWord {
 public:
  explicit PlainWord(std::string_view written) : word_(written) {
    const bool is_ascii = std::all_of(written.begin(), written.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!is_ascii)
      word_ = changed_ = with_plain_apostrophes(written);
    word_ = without_apostrophes_around(word_);
  }
  PlainWord(const PlainWord&) = delete;
  PlainWord& operator=(const PlainWord&) = delete;

  /// Of `written`, or of this object.
  [[nodiscard]] std::string_view text() const { return word_; }
  /// Neither empty nor too long to be judged.
  [[nodiscard]] bool is_questionable() const {
    return !word_.empty() &&
           (word_.size() <= spelling_word_limit || count_code_points(word_) <= spelling_word_limit);
  }

 private:
  static std::string with_plain_apostrophes(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint point = decode_utf8(word, at);
      if (point.value == U'’' || point.value == U'‘' || point.value == U'ʼ')
        out += '\'';
      else
        out.append(word.substr(at, point.length));
      at += point.length;
    }
    return out;
  }

  std::string changed_;
  std::string_view word_;
};

/// The answers for the words asked for last: those of the newest generation, and of the one before.
/// So a run over any number of drafts holds no more, and keeps what comes up again.
class RecentAnswers {
 public:
  [[nodiscard]] std::optional<std::vector<std::string>> find(const std::string& word) {
    if (const auto found = newest_.find(word); found != newest_.end())
      return found->second;
    const auto found = before_.find(word);
    if (found == before_.end())
      return std::nullopt;
    std::vector<std::string> answer = found->second;
    add(word, answer);
    return answer;
  }

  void add(const std::string& word, std::vector<std::string> answer) {
    if (newest_.size() >= generation) {
      before_.swap(newest_);
      newest_.clear();
    }
    newest_.insert_or_assign(word, std::move(answer));
  }

 private:
  static constexpr std::size_t generation = 10'000;
  std::unordered_map<std::string, std::vector<std::string>> newest_;
  std::unordered_map<std::string, std::vector<std::string>> before_;
};

std::string_view without_possessive(std::string_view word) {
  return is_possessive(word) ? word.substr(0, word.size() - 2) : word;
}

}  // namespace

class Speller::State {
 public:
  State(SpellerOptions options, const Lexicon& lexicon)
      : options_(std::move(options)),
        languages_(options_.language.lexicon_languages()),
        lexicon_(lexicon),
        search_(lexicon, languages_, options_.words) {
    for (const std::string& word : options_.words)
      user_words_.insert(fold_case(PlainWord(word).text()));
  }

  bool knows(std::string_view written) {
    const PlainWord word(written);
    if (!word.is_questionable() || look_up(word.text()))
      return true;
    if (is_possessive(word.text()) && look_up(without_possessive(word.text())))
      return true;
    return !has_answer_without_hunspell() && hunspell_knows(word.text());
  }

  std::vector<std::string> suggest(std::string_view written, SearchDepth depth) {
    const PlainWord word(written);
    if (!word.is_questionable())
      return {};
    const std::string key = (depth == SearchDepth::near ? "~" : "") + std::string(word.text());
    {
      const std::lock_guard lock(mutex_);
      if (std::optional<std::vector<std::string>> known = suggested_.find(key))
        return *std::move(known);
    }
    std::vector<std::string> answer;
    for (Candidate& candidate : weigh(written, depth))
      answer.push_back(std::move(candidate.text));
    const std::lock_guard lock(mutex_);
    suggested_.add(key, answer);
    return answer;
  }

  [[nodiscard]] std::vector<Candidate> weigh(std::string_view written, SearchDepth depth) {
    const PlainWord plain(written);
    if (!plain.is_questionable())
      return {};
    const std::string_view word = without_possessive(plain.text());
    const Case written_case = case_of(word);
    if (!options_.language.is_english())
      return depth == SearchDepth::near ? std::vector<Candidate>() : hunspell_weighs(plain.text());
    std::vector<Candidate> candidates;
    for (Candidate& candidate : search_.find(to_lower(word), written_case, depth)) {
      if (candidates.size() == suggestion_limit)
        break;
      candidate.text = in_case(written_case, std::move(candidate.text));
      candidate.text += word.size() < plain.text().size() ? "'s" : "";
      const bool is_new =
          std::none_of(candidates.begin(), candidates.end(),
                       [&](const auto& other) { return other.text == candidate.text; });
      if (is_new && candidate.text != plain.text())
        candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  [[nodiscard]] const Language& language() const { return options_.language; }

  [[nodiscard]] WordOrigin origin_of(std::string_view written) const {
    const PlainWord plain(written);
    WordOrigin origin;
    for (const std::string_view word : {plain.text(), without_possessive(plain.text())}) {
      const std::uint8_t alone = languages_knowing(lexicon_, word, OwnWords::without);
      origin.languages = static_cast<std::uint8_t>(origin.languages | alone);
      origin.own_lists |= languages_knowing(lexicon_, word, OwnWords::with) != alone;
      origin.user_words |= is_user_word(word);
    }
    return origin;
  }

  std::string problem() {
    if (has_any_dictionary())
      return {};
    const bool british = languages_ == 2;
    const std::string name = options_.language.is_english()
                                 ? std::string(dictionary_names.at(british ? 1 : 0))
                                 : options_.language.dictionary();
    return "spelling was not checked: there is no Hunspell dictionary “" + name + "”";
  }

 private:
  [[nodiscard]] bool is_user_word(std::string_view word) const {
    return !user_words_.empty() && user_words_.contains(fold_case(word));
  }

  [[nodiscard]] bool look_up(std::string_view word) const {
    const std::uint8_t known = languages_knowing(lexicon_, word, OwnWords::with);
    if (options_.language.is_english())
      return (known & languages_) != 0 || is_user_word(word);
    // The project's lists hold names and terms, which are the same everywhere.
    return known != languages_knowing(lexicon_, word, OwnWords::without) || is_user_word(word);
  }

  /// Those that the lexicon lacks.
  [[nodiscard]] unsigned hunspell_languages() const {
    return languages_ & ~unsigned{lexicon_.languages()};
  }

  [[nodiscard]] bool has_answer_without_hunspell() const {
    return options_.language.is_english() && hunspell_languages() == 0;
  }

  /// Whether a dictionary of a language that the lexicon lacks knows the word. Without any, for
  /// whatever language, every word is known.
  bool hunspell_knows(std::string_view word) {
    const std::lock_guard lock(mutex_);  // Hunspell is not made for threads.
    if (!options_.language.is_english()) {
      Dictionary* const language = other_dictionary();
      return language == nullptr || language->knows(std::string(word));
    }
    bool any = (languages_ & lexicon_.languages()) != 0;
    for (std::size_t i = 0; i < language_count; ++i) {
      if ((hunspell_languages() >> i & 1U) == 0)
        continue;
      Dictionary* const language = dictionary(i);
      any = any || language != nullptr;
      if (language != nullptr && (language->knows(std::string(word)) ||
                                  language->knows(std::string(without_possessive(word)))))
        return true;
    }
    return !any;
  }

  bool has_any_dictionary() {
    if (options_.language.is_english() && (languages_ & lexicon_.languages()) != 0)
      return true;
    const std::lock_guard lock(mutex_);
    if (!options_.language.is_english())
      return other_dictionary() != nullptr;
    for (std::size_t i = 0; i < language_count; ++i) {
      if ((hunspell_languages() >> i & 1U) != 0 && dictionary(i) != nullptr)
        return true;
    }
    return false;
  }

  /// What Hunspell proposes, in its order: it knows no costs.
  std::vector<Candidate> hunspell_weighs(std::string_view word) {
    const std::lock_guard lock(mutex_);
    std::vector<Candidate> candidates;
    if (Dictionary* const language = other_dictionary(); language != nullptr) {
      for (std::string& text : language->suggest(std::string(word))) {
        if (candidates.size() < suggestion_limit)
          candidates.push_back({.text = std::move(text)});
      }
    }
    return candidates;
  }

  /// That of a language that is not English; as `dictionary`.
  Dictionary* other_dictionary() {
    if (!was_loaded_.front()) {
      was_loaded_.front() = true;
      const std::string path =
          Dictionary::find(options_.dictionary_folders, options_.language.dictionary());
      dictionaries_.front() = path.empty() ? nullptr : Dictionary::load(path);
    }
    return dictionaries_.front().get();
  }

  /// Loaded when first asked for; nullptr: none.
  Dictionary* dictionary(std::size_t index) {
    if (!was_loaded_.at(index)) {
      was_loaded_.at(index) = true;
      const std::string path =
          Dictionary::find(options_.dictionary_folders, dictionary_names.at(index));
      dictionaries_.at(index) = path.empty() ? nullptr : Dictionary::load(path);
    }
    return dictionaries_.at(index).get();
  }

  const SpellerOptions options_;
  const std::uint8_t languages_;
  const Lexicon lexicon_;
  const SuggestionSearch search_;
  std::set<std::string, std::less<>> user_words_;  // Folded; not changed once it is made.

  std::mutex mutex_;  // Guards all below.
  std::array<bool, language_count> was_loaded_{};
  std::array<std::unique_ptr<Dictionary>, language_count> dictionaries_;
  RecentAnswers suggested_;
};

Speller::Speller(SpellerOptions options, const Lexicon& lexicon)
    : state_(std::make_unique<State>(std::move(options), lexicon)) {}
Speller::~Speller() = default;

bool Speller::knows(std::string_view word) const {
  return state_->knows(word);
}

std::vector<std::string> Speller::suggest(std::string_view word, SearchDepth depth) const {
  return state_->suggest(word, depth);
}

std::vector<Candidate> Speller::weigh(std::string_view word, SearchDepth depth) const {
  return state_->weigh(word, depth);
}

WordOrigin Speller::origin_of(std::string_view word) const {
  return state_->origin_of(word);
}

const Language& Speller::language() const {
  return state_->language();
}

std::string Speller::problem() const {
  return state_->problem();
}

}  // namespace mailcheck
