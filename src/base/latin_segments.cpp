#include "base/latin_segments.hpp"

#include <array>
#include <cstdint>

#include "base/utf8.hpp"

namespace mailcheck {

namespace {

/// Word_Break, as far as it matters here. ICU 72 counts “@” as a letter.
enum class WordClass : std::uint8_t {
  other,
  letter,
  number,
  underscore,  // ExtendNumLet
  mid_letter,  // MidLetter
  mid_number,  // MidNum
  mid_both,    // MidNumLet, Single_Quote
  unknown,
};

/// Sentence_Break.
enum class SentenceClass : std::uint8_t {
  other,
  space,
  lower,
  upper,
  number,
  full_stop,  // ATerm
  stop,       // STerm
  goes_on,    // SContinue
  close,
  unknown,
};

constexpr bool is_one(char c, std::string_view marks) {
  return marks.find(c) != std::string_view::npos;
}

constexpr auto word_classes = [] {
  std::array<WordClass, 128> classes{};
  for (char c = 0; c >= 0 && c < 127; ++c) {
    WordClass& entry = classes[static_cast<unsigned char>(c)];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@')
      entry = WordClass::letter;
    else if (c >= '0' && c <= '9')
      entry = WordClass::number;
    else if (c == '_')
      entry = WordClass::underscore;
    else if (is_one(c, ",;"))
      entry = WordClass::mid_number;
    else if (is_one(c, ".'"))
      entry = WordClass::mid_both;
  }
  return classes;
}();

constexpr auto sentence_classes = [] {
  std::array<SentenceClass, 128> classes{};
  for (char c = 0; c >= 0 && c < 127; ++c) {
    SentenceClass& entry = classes[static_cast<unsigned char>(c)];
    if (c >= 'a' && c <= 'z')
      entry = SentenceClass::lower;
    else if (c >= 'A' && c <= 'Z')
      entry = SentenceClass::upper;
    else if (c >= '0' && c <= '9')
      entry = SentenceClass::number;
    else if (is_one(c, " \t\v\f"))
      entry = SentenceClass::space;
    else if (c == '.')
      entry = SentenceClass::full_stop;
    else if (is_one(c, "!?"))
      entry = SentenceClass::stop;
    else if (is_one(c, ",-:"))
      entry = SentenceClass::goes_on;
    else if (is_one(c, "()[]{}\"'"))
      entry = SentenceClass::close;
    else if (is_one(c, "\n\r"))
      entry = SentenceClass::unknown;
  }
  return classes;
}();

constexpr bool is_latin_letter(char32_t c) {
  return c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7;
}

WordClass word_class(char32_t c) {
  if (c < 0x80)
    return word_classes[c];
  if (is_latin_letter(c))
    return WordClass::letter;
  switch (c) {
    case U'\u2018':
    case U'\u2019':
      return WordClass::mid_both;
    case U'\u00A0':
    case U'\u2013':
    case U'\u2014':
    case U'\u201C':
    case U'\u201D':
    case U'\u2022':
    case U'\u2026':
      return WordClass::other;
    default:
      return WordClass::unknown;
  }
}

SentenceClass sentence_class(char32_t c) {
  if (c < 0x80)
    return sentence_classes[c];
  if (is_latin_letter(c))
    return c < 0xDF ? SentenceClass::upper : SentenceClass::lower;
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201C':
    case U'\u201D':
      return SentenceClass::close;
    case U'\u2013':
    case U'\u2014':
      return SentenceClass::goes_on;
    case U'\u00A0':
      return SentenceClass::space;
    case U'\u2022':
    case U'\u2026':
      return SentenceClass::other;
    default:
      return SentenceClass::unknown;
  }
}

bool is_core(WordClass c) {
  return c == WordClass::letter || c == WordClass::number || c == WordClass::underscore;
}

/// Whether a word goes on across `mark`, which stands between these two (WB6, WB7, WB11, WB12).
bool joins(WordClass before, WordClass mark, WordClass after) {
  if (before != after)
    return false;
  if (before == WordClass::letter)
    return mark == WordClass::mid_letter || mark == WordClass::mid_both;
  return before == WordClass::number &&
         (mark == WordClass::mid_number || mark == WordClass::mid_both);
}

/// Classes of the code points of a text, one after the other.
template <class Class, Class (*classify)(char32_t)>
class Steps {
 public:
  explicit Steps(std::string_view text, std::size_t at = 0) : text_(text), at_(at) { read(); }

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char32_t value() const { return value_; }
  [[nodiscard]] Class kind() const { return kind_; }
  void next() {
    at_ += length_;
    read();
  }

 private:
  void read() {
    length_ = 0;
    kind_ = Class::other;
    if (at_end())
      return;
    const CodePoint point = decode_utf8(text_, at_);
    value_ = point.value;
    length_ = point.length;
    kind_ = classify(point.value);
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t length_ = 0;
  char32_t value_ = 0;
  Class kind_ = Class::other;
};
using WordSteps = Steps<WordClass, word_class>;
using SentenceSteps = Steps<SentenceClass, sentence_class>;

/// Where what has ended with a stop goes on: behind quotes and brackets, then spaces.
class Stop {
 public:
  /// `steps` stands on the stop; afterwards behind it and all that belongs to it.
  Stop(SentenceSteps& steps, SentenceClass before) {
    const bool is_full_stop = steps.kind() == SentenceClass::full_stop;
    steps.next();
    if (is_full_stop && steps.kind() == SentenceClass::number)  // SB6
      return;
    const bool in_word = before == SentenceClass::lower || before == SentenceClass::upper;
    if (is_full_stop && in_word && steps.kind() == SentenceClass::upper)  // SB7
      return;
    while (!steps.at_end() && steps.kind() == SentenceClass::close)  // SB9
      steps.next();
    while (!steps.at_end() && steps.kind() == SentenceClass::space)  // SB10
      steps.next();
    if (steps.at_end() || is_stop(steps.kind()) || steps.kind() == SentenceClass::goes_on)  // SB8a
      return;
    ends_ = !is_full_stop || !lower_follows(steps);
  }

  [[nodiscard]] bool ends_sentence() const { return ends_; }

 private:
  static bool is_stop(SentenceClass c) {
    return c == SentenceClass::full_stop || c == SentenceClass::stop;
  }

  /// SB8: a lower-case letter is the next letter, and no stop is before it.
  static bool lower_follows(SentenceSteps ahead) {
    for (; !ahead.at_end(); ahead.next()) {
      if (ahead.kind() == SentenceClass::lower)
        return true;
      if (ahead.kind() == SentenceClass::upper || is_stop(ahead.kind()))
        return false;
    }
    return false;
  }

  bool ends_ = false;
};

}  // namespace

bool append_latin_words(std::string_view text, std::size_t offset, std::vector<Range>& words) {
  const std::size_t known = words.size();
  for (WordSteps steps(text); !steps.at_end();) {
    if (steps.kind() == WordClass::unknown) {
      words.resize(known);
      return false;
    }
    if (!is_core(steps.kind())) {
      steps.next();
      continue;
    }
    const std::size_t begin = steps.at();
    bool has_character = false;  // a letter or a digit, which “@” and “_” are not
    WordClass before = WordClass::other;
    while (true) {
      while (is_core(steps.kind())) {
        before = steps.kind();
        has_character = has_character || (steps.value() != U'@' && steps.value() != U'_');
        steps.next();
      }
      WordSteps ahead = steps;
      ahead.next();
      if (!joins(before, steps.kind(), ahead.kind()))
        break;
      steps.next();
    }
    if (has_character)
      words.push_back({offset + begin, offset + steps.at()});
  }
  return true;
}

bool append_latin_sentence_ends(std::string_view text, std::vector<std::size_t>& ends) {
  const std::size_t known = ends.size();
  SentenceClass before = SentenceClass::other;
  for (SentenceSteps steps(text); !steps.at_end();) {
    switch (steps.kind()) {
      case SentenceClass::unknown:
        ends.resize(known);
        return false;
      case SentenceClass::full_stop:
      case SentenceClass::stop: {
        const Stop stop(steps, before);
        if (stop.ends_sentence())
          ends.push_back(steps.at());
        before = SentenceClass::other;
        break;
      }
      case SentenceClass::other:
      case SentenceClass::space:
      case SentenceClass::lower:
      case SentenceClass::upper:
      case SentenceClass::number:
      case SentenceClass::goes_on:
      case SentenceClass::close:
        before = steps.kind();
        steps.next();
        break;
    }
  }
  return true;
}

}  // namespace mailcheck
