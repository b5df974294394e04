#pragma once

// What needs Unicode data: case folding, character classes, word and sentence boundaries, display
// width. ICU stands behind it and shows nowhere else. All texts are valid UTF-8, all positions
// byte offsets; the root locale is used throughout, so that no result depends on the machine.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// A range of bytes of the text passed in.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The functions below for code points beyond ASCII.
namespace beyond_ascii {
[[nodiscard]] char32_t fold_case(char32_t code_point);
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_digit(char32_t code_point);
[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_lower(char32_t code_point);
[[nodiscard]] bool is_space(char32_t code_point);
}  // namespace beyond_ascii

/// Simple case folding (Unicode, CaseFolding.txt, statuses C and S), code point by code point.
[[nodiscard]] inline char32_t fold_case(char32_t code_point) {
  if (code_point >= 0x80)
    return beyond_ascii::fold_case(code_point);
  return code_point >= U'A' && code_point <= U'Z' ? code_point - U'A' + U'a' : code_point;
}
/// `text` folded as above.
[[nodiscard]] std::string fold_case(std::string_view text);
/// `text` in lower case (root locale, full mapping) and in title case for its first letter.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string capitalize(std::string_view text);

[[nodiscard]] inline bool is_upper(char32_t code_point) {
  return code_point < 0x80 ? code_point >= U'A' && code_point <= U'Z'
                           : beyond_ascii::is_upper(code_point);
}
[[nodiscard]] inline bool is_lower(char32_t code_point) {
  return code_point < 0x80 ? code_point >= U'a' && code_point <= U'z'
                           : beyond_ascii::is_lower(code_point);
}
[[nodiscard]] inline bool is_letter(char32_t code_point) {
  return code_point < 0x80 ? is_upper(code_point) || is_lower(code_point)
                           : beyond_ascii::is_letter(code_point);
}
[[nodiscard]] inline bool is_digit(char32_t code_point) {
  return code_point < 0x80 ? code_point >= U'0' && code_point <= U'9'
                           : beyond_ascii::is_digit(code_point);
}
[[nodiscard]] inline bool is_space(char32_t code_point) {
  return code_point < 0x80 ? code_point == U' ' || (code_point >= U'\t' && code_point <= U'\r')
                           : beyond_ascii::is_space(code_point);
}
/// Shown as a picture by default (Emoji_Presentation) or asked for with U+FE0F.
[[nodiscard]] bool is_emoji(char32_t code_point);
/// C0, C1, DEL, and the format characters that reorder or hide text (bidi controls, zero width).
[[nodiscard]] bool is_control(char32_t code_point);

/// Columns a terminal gives a text: 2 for wide characters, 0 for combining marks and controls.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The words of `text` (UAX #29) that hold a letter or a digit. An apostrophe, ’ or ' between
/// letters, belongs to the word. `@` and `_` follow ICU 72.
[[nodiscard]] std::vector<Range> word_ranges(std::string_view text);

/// The sentences of one paragraph (UAX #29, line breaks inside taken for spaces), in order, without
/// the white space around them. A full stop after an abbreviation (“Ms.”, “e.g.”, an initial) does
/// not end a sentence.
[[nodiscard]] std::vector<Range> sentence_ranges(std::string_view paragraph);

}  // namespace mailcheck
