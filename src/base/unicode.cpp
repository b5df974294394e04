#include "base/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>

#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/latin_segments.hpp"
#include "base/sentence_end.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

struct Close {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
  void operator()(UText* text) const { utext_close(text); }
  void operator()(UCaseMap* map) const { ucasemap_close(map); }
};
using BreakIterator = std::unique_ptr<UBreakIterator, Close>;
using TextHandle = std::unique_ptr<UText, Close>;
using CaseMap = std::unique_ptr<UCaseMap, Close>;

UChar32 as_icu(char32_t code_point) {
  return static_cast<UChar32>(code_point);
}

BreakIterator open_break_iterator(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  // "" is the root locale; nullptr would be that of the machine.
  BreakIterator iterator(ubrk_open(type, "", nullptr, 0, &status));
  return U_FAILURE(status) != 0 ? nullptr : std::move(iterator);
}

/// The boundaries of `text`, with 0 and the end. `iterator` is kept by the caller, since opening
/// one costs more than running it over a paragraph.
std::vector<std::size_t> boundaries(UBreakIterator* iterator, std::string_view text) {
  std::vector<std::size_t> found = {0};
  UErrorCode status = U_ZERO_ERROR;
  const TextHandle handle(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (iterator != nullptr && U_SUCCESS(status) != 0)
    ubrk_setUText(iterator, handle.get(), &status);
  // Positions are 32 bits wide; a longer text is one piece.
  const bool fits =
      text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  if (iterator != nullptr && U_SUCCESS(status) != 0 && fits) {
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
      const auto offset = static_cast<std::size_t>(at);
      if (offset > found.back() && offset < text.size())
        found.push_back(offset);
    }
  }
  found.push_back(text.size());
  return found;
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Converts with one of ICU's UTF-8 case functions, which report the size they need.
template <class Function>
std::string map_case(Function function, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const CaseMap map(ucasemap_open("", U_TITLECASE_NO_LOWERCASE, &status));
  // Ligatures and sharp s grow, but never beyond three times.
  std::string out(text.size() * 3 + 1, '\0');
  if (U_FAILURE(status) != 0 || out.size() > std::numeric_limits<std::int32_t>::max())
    return std::string(text);
  const std::int32_t length =
      function(map.get(), out.data(), static_cast<std::int32_t>(out.size()), text.data(),
               static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status) != 0)
    return std::string(text);
  out.resize(static_cast<std::size_t>(length));
  return out;
}

bool is_zero_width(char32_t code_point) {
  if (code_point < 0x80)
    return is_control(code_point);
  const int category = u_charType(as_icu(code_point));
  const bool is_mark = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
  // Hangul vowels and finals join the initial before them.
  const bool joins = code_point >= 0x1160 && code_point <= 0x11FF;
  return is_mark || joins || is_control(code_point);
}

bool is_wide(char32_t code_point) {
  if (code_point < 0x80)
    return false;
  const int width = u_getIntPropertyValue(as_icu(code_point), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

/// Bytes of text that are looked at together for whether ICU is needed.
constexpr std::size_t piece_length = 200;

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value < 0x80 ? is_letter(point.value) || is_digit(point.value)
                           : u_isalnum(as_icu(point.value)) != 0)
      return true;
    at += point.length;
  }
  return false;
}

void append_icu_words(std::string_view text, std::size_t offset, std::vector<Range>& words) {
  static thread_local const BreakIterator iterator = open_break_iterator(UBRK_WORD);
  const std::vector<std::size_t> ends = boundaries(iterator.get(), text);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    if (has_letter_or_digit(text.substr(ends[i - 1], ends[i] - ends[i - 1])))
      words.push_back({offset + ends[i - 1], offset + ends[i]});
  }
}

/// The ends of the sentences of a text without line breaks, with 0 and the end.
std::vector<std::size_t> sentence_boundaries(std::string_view text) {
  std::vector<std::size_t> ends = {0};
  if (append_latin_sentence_ends(text, ends)) {
    ends.push_back(text.size());
    return ends;
  }
  static thread_local const BreakIterator iterator = open_break_iterator(UBRK_SENTENCE);
  return boundaries(iterator.get(), text);
}

/// A copy of the same length in which every line break is spaces: UAX #29 ends a sentence at each.
std::string without_line_breaks(std::string_view text) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), '\n', ' ');
  std::replace(copy.begin(), copy.end(), '\r', ' ');
  if (is_ascii(text))
    return copy;
  for (std::size_t i = 0; i < copy.size(); ++i) {
    for (const std::string_view separator : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
      if (text.substr(i, separator.size()) == separator)
        std::fill_n(copy.begin() + static_cast<std::ptrdiff_t>(i), separator.size(), ' ');
    }
  }
  return copy;
}

Range trimmed(std::string_view text, Range range) {
  std::size_t visible_end = range.begin;
  bool started = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_space(point.value)) {
      if (!started)
        range.begin = at;
      started = true;
      visible_end = at + point.length;
    }
    at += point.length;
  }
  return {started ? range.begin : range.end, started ? visible_end : range.end};
}

}  // namespace

namespace beyond_ascii {

char32_t fold_case(char32_t code_point) {
  return static_cast<char32_t>(u_foldCase(as_icu(code_point), U_FOLD_CASE_DEFAULT));
}
bool is_letter(char32_t code_point) {
  return u_isalpha(as_icu(code_point)) != 0;
}
bool is_digit(char32_t code_point) {
  return u_isdigit(as_icu(code_point)) != 0;
}
bool is_upper(char32_t code_point) {
  return u_isupper(as_icu(code_point)) != 0;
}
bool is_lower(char32_t code_point) {
  return u_islower(as_icu(code_point)) != 0;
}
bool is_space(char32_t code_point) {
  return u_isUWhiteSpace(as_icu(code_point)) != 0;
}

}  // namespace beyond_ascii

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    append_utf8(out, fold_case(point.value));
    at += point.length;
  }
  return out;
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text))
    return fold_case(text);
  return map_case(ucasemap_utf8ToLower, text);
}

std::string capitalize(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_letter(point.value)) {
      append_utf8(out, static_cast<char32_t>(u_totitle(as_icu(point.value))));
      return out.append(text.substr(at + point.length));
    }
    out.append(text.substr(at, point.length));
    at += point.length;
  }
  return out;
}

bool is_emoji(char32_t code_point) {
  if (code_point < 0x80)
    return false;
  return code_point == 0xFE0F ||
         u_hasBinaryProperty(as_icu(code_point), UCHAR_EMOJI_PRESENTATION) != 0;
}

bool is_control(char32_t code_point) {
  if (code_point < 0x80)
    return code_point < 0x20 || code_point == 0x7F;
  switch (u_charType(as_icu(code_point))) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return true;
    case U_FORMAT_CHAR:
      break;
    default:
      return false;
  }
  // Signs such as U+0600 are of that category, too, but are seen.
  return u_hasBinaryProperty(as_icu(code_point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         u_hasBinaryProperty(as_icu(code_point), UCHAR_BIDI_CONTROL) != 0 ||
         (code_point >= 0xFFF9 && code_point <= 0xFFFB);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_zero_width(point.value))
      width += is_wide(point.value) ? 2U : 1U;
    at += point.length;
  }
  return width;
}

std::vector<Range> word_ranges(std::string_view text) {
  std::vector<Range> words;
  words.reserve(text.size() / 6);
  // No word goes across a space, so that ICU sees only what holds unusual characters.
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin + piece_length), text.size());
    if (!append_latin_words(text.substr(begin, end - begin), begin, words))
      append_icu_words(text.substr(begin, end - begin), begin, words);
    begin = end;
  }
  return words;
}

std::vector<Range> sentence_ranges(std::string_view paragraph) {
  const std::string copy = without_line_breaks(paragraph);
  const std::vector<std::size_t> ends = sentence_boundaries(copy);
  std::vector<Range> sentences;
  bool continues = false;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const Range range = trimmed(copy, {ends[i - 1], ends[i]});
    if (range.begin == range.end)
      continue;
    if (continues)
      sentences.back().end = range.end;
    else
      sentences.push_back(range);
    const std::string_view before =
        std::string_view(copy).substr(range.begin, range.end - range.begin);
    // Enough for the first word; the rest may be long, and this runs for every sentence.
    std::string_view after = std::string_view(copy).substr(ends[i]).substr(0, 64);
    after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
    continues = continues_sentence(before, after);
  }
  return sentences;
}

}  // namespace mailcheck
