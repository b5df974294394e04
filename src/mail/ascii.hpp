#pragma once

// ASCII as the grammar of mail needs it (RFC 5322): classes of single bytes and comparing names
// without case. No locale, no Unicode; for people's text see base/unicode.hpp.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}
/// White space inside a line (WSP of RFC 5234).
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
[[nodiscard]] constexpr bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

[[nodiscard]] constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size())
    return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ascii_lower(a[i]) != ascii_lower(b[i]))
      return false;
  }
  return true;
}

[[nodiscard]] constexpr bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

/// `text` without spaces, tabs and line ends around it.
[[nodiscard]] constexpr std::string_view trim(std::string_view text) {
  while (!text.empty() && (is_blank(text.front()) || is_line_end(text.front())))
    text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || is_line_end(text.back())))
    text.remove_suffix(1);
  return text;
}

[[nodiscard]] inline std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    c = ascii_lower(c);
  return lower;
}

/// The ASCII letters and digits of `text`, in lower case: “Nord-Lys 24” as a domain writes it.
[[nodiscard]] inline std::string ascii_letters_and_digits(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (is_ascii_letter(c) || is_ascii_digit(c))
      kept += ascii_lower(c);
  }
  return kept;
}

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hex_value(char c) {
  if (is_ascii_digit(c))
    return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace mailcheck
