#include "base/latin_segments.hpp"

#include <cstdint>
#include <iterator>
#include <random>
#include <string>

#include <doctest/doctest.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

using namespace mailcheck;

namespace {

/// What texts are made of here: every class of word and sentence break that is known without ICU.
constexpr std::string_view pieces[] = {
    "a", "b", "Z", "Q", "1", "2", ".", ",", ";",  ":",  "'",      "\"", "_",
    "@", "-", "!", "?", "(", ")", " ", " ", "\t", "’",  "‘",      "“",  "”",
    "—", "–", "…", "é", "É", "•", "/", "&", "$",  "%",  "+",      "=",  "[",
    "}", "*", "~", "#", "ß", "^", "`", "<", "|",  "\\", "\u00A0", "\v", "\x01"};

std::vector<std::size_t> icu_boundaries(UBreakIterator* iterator, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* handle =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, handle, &status);
  std::vector<std::size_t> found = {0};
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
    found.push_back(static_cast<std::size_t>(at));
  utext_close(handle);
  return found;
}

/// Words and sentences as `append_latin_words` and `append_latin_sentence_ends` give them.
class Icu {
 public:
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    words_ = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
    sentences_ = ubrk_open(UBRK_SENTENCE, "", nullptr, 0, &status);
  }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;
  ~Icu() {
    ubrk_close(words_);
    ubrk_close(sentences_);
  }

  [[nodiscard]] std::vector<std::size_t> word_places(const std::string& text) const {
    const std::vector<std::size_t> ends = icu_boundaries(words_, text);
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < ends.size(); ++i) {
      const std::string part = text.substr(ends[i - 1], ends[i] - ends[i - 1]);
      if (part.find_first_of("abZQ12") == std::string::npos &&
          part.find("é") == std::string::npos && part.find("É") == std::string::npos &&
          part.find("ß") == std::string::npos)
        continue;
      places.insert(places.end(), {ends[i - 1], ends[i]});
    }
    return places;
  }
  [[nodiscard]] std::vector<std::size_t> sentence_ends(const std::string& text) const {
    std::vector<std::size_t> ends = icu_boundaries(sentences_, text);
    ends.erase(ends.begin());
    if (!ends.empty())
      ends.pop_back();
    return ends;
  }

 private:
  UBreakIterator* words_ = nullptr;
  UBreakIterator* sentences_ = nullptr;
};

}  // namespace

TEST_CASE("words and sentences are where ICU has them") {
  const Icu icu;
  std::mt19937 random(20261122);  // the same texts in every run
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (auto left = 1 + random() % 14; left > 0; --left)
      text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    std::vector<Range> words;
    REQUIRE(append_latin_words(text, 0, words));
    std::vector<std::size_t> places;
    for (const Range word : words)
      places.insert(places.end(), {word.begin, word.end});
    REQUIRE(places == icu.word_places(text));
    std::vector<std::size_t> ends;
    REQUIRE(append_latin_sentence_ends(text, ends));
    REQUIRE(ends == icu.sentence_ends(text));
  }
}

TEST_CASE("text of other scripts, and with marks that join, is left to ICU") {
  for (const std::string text : {"ελπίδα", "a\u0301", "👍", "日本", "a\u200Db", "ﬁ"}) {
    std::vector<Range> words = {{1, 2}};
    CHECK(!append_latin_words("Thank you, " + text, 0, words));
    CHECK(words.size() == 1);
    std::vector<std::size_t> ends = {0};
    CHECK(!append_latin_sentence_ends("So. Thank you, " + text, ends));
    CHECK(ends.size() == 1);
  }
}
