// Compares words and sentences with those of ICU, paragraph by paragraph, over a folder of mail.
//
//   segments-oracle [FOLDER]    by default the mail of $MAILCHECK_CORPORA, and skipped, with exit
//                               status 77, without it

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "base/latin_segments.hpp"
#include "base/utf8.hpp"

using namespace mailcheck;

namespace {

class Icu {
 public:
  explicit Icu(UBreakIteratorType type) {
    UErrorCode status = U_ZERO_ERROR;
    iterator_ = ubrk_open(type, "", nullptr, 0, &status);
  }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;
  ~Icu() { ubrk_close(iterator_); }

  [[nodiscard]] std::vector<std::size_t> boundaries(const std::string& text) const {
    UErrorCode status = U_ZERO_ERROR;
    UText* handle =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    ubrk_setUText(iterator_, handle, &status);
    std::vector<std::size_t> found = {0};
    for (std::int32_t at = ubrk_next(iterator_); at != UBRK_DONE; at = ubrk_next(iterator_))
      found.push_back(static_cast<std::size_t>(at));
    utext_close(handle);
    return found;
  }

 private:
  UBreakIterator* iterator_ = nullptr;
};

bool has_letter_or_digit(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0)
      return true;
    at += point.length;
  }
  return false;
}

struct Counts {
  std::size_t paragraphs = 0, left_to_icu = 0, words = 0, sentences = 0, differences = 0;
};

class Comparison {
 public:
  void compare(const std::string& paragraph) {
    ++counts.paragraphs;
    std::vector<Range> words;
    std::vector<std::size_t> ends = {0};
    if (find_invalid_utf8(paragraph) != paragraph.size() ||
        !append_latin_words(paragraph, 0, words) || !append_latin_sentence_ends(paragraph, ends)) {
      ++counts.left_to_icu;
      return;
    }
    ends.push_back(paragraph.size());
    counts.words += words.size();
    counts.sentences += ends.size() - 1;
    std::vector<std::size_t> places;
    for (const Range word : words)
      places.insert(places.end(), {word.begin, word.end});
    if (ends == sentences_.boundaries(paragraph) && places == word_places(paragraph))
      return;
    ++counts.differences;
    std::cout << "differs: " << paragraph << '\n';
  }

  Counts counts;

 private:
  [[nodiscard]] std::vector<std::size_t> word_places(const std::string& text) const {
    const std::vector<std::size_t> ends = words_.boundaries(text);
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < ends.size(); ++i)
      if (has_letter_or_digit(text.substr(ends[i - 1], ends[i] - ends[i - 1])))
        places.insert(places.end(), {ends[i - 1], ends[i]});
    return places;
  }

  Icu words_{UBRK_WORD};
  Icu sentences_{UBRK_SENTENCE};
};

void compare_file(const std::filesystem::path& path, Comparison& comparison) {
  std::ifstream file(path, std::ios::binary);
  std::string paragraph;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r'))
      line.pop_back();
    if (!line.empty()) {
      paragraph += paragraph.empty() ? line : " " + line;
      continue;
    }
    if (!paragraph.empty())
      comparison.compare(paragraph);
    paragraph.clear();
  }
  if (!paragraph.empty())
    comparison.compare(paragraph);
}

}  // namespace

int main(int argc, char** argv) {
  const char* corpora = std::getenv("MAILCHECK_CORPORA");
  if (argc < 2 && corpora == nullptr) {
    std::cout << "MAILCHECK_CORPORA names no folder\n";
    return 77;
  }
  const std::filesystem::path folder =
      argc > 1 ? std::filesystem::path(argv[1]) : std::filesystem::path(corpora) / "data/mail";
  Comparison comparison;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      compare_file(entry.path(), comparison);
  const Counts& counts = comparison.counts;
  std::cout << counts.paragraphs << " paragraphs (" << counts.left_to_icu << " left to ICU), "
            << counts.words << " words, " << counts.sentences << " sentences, "
            << counts.differences << " paragraphs differ\n";
  return counts.differences == 0 ? 0 : 1;
}
