#pragma once

// UTF-8 by hand: decoding one code point, finding the first bad byte, counting. Everything that
// needs Unicode data (case, classes, segmentation) is in base/unicode.hpp.

#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

/// One decoded code point. `length` is the bytes it took, at least 1. Where the bytes are not
/// UTF-8, `valid` is false, `value` is U+FFFD and `length` covers the maximal bad subpart
/// (Unicode 15, §3.9, "U+FFFD Substitution of Maximal Subparts").
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
  bool valid = true;
};

/// `decode_utf8` and `append_utf8` for what is not ASCII.
[[nodiscard]] CodePoint decode_long_utf8(std::string_view text, std::size_t offset);
void append_long_utf8(std::string& out, char32_t value);

/// Decodes the code point at `offset`, which must be less than `text.size()`.
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text, std::size_t offset) {
  assert(offset < text.size());
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? CodePoint{first, 1, true} : decode_long_utf8(text, offset);
}

/// Appends `value` to `out` as UTF-8. Surrogates and values above U+10FFFF become U+FFFD.
inline void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80)
    out.push_back(static_cast<char>(value));
  else
    append_long_utf8(out, value);
}

/// Offset of the first byte that is not UTF-8; `text.size()` when all of it is.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// Number of code points; a bad subpart counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// At most `code_points` code points of `text`, never cutting one in half.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t code_points);

}  // namespace mailcheck
