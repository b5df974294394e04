#include "mail/transfer_encoding.hpp"

#include <cstdint>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// The byte written as “=XX” at `at`.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size())
    return std::nullopt;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0)
    return std::nullopt;
  return static_cast<char>(static_cast<unsigned char>(high * 16 + low));
}

// Length of the soft line break at `at`: “=”, spaces a relay may have added, a line end. 0: none.
std::size_t soft_break(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_blank(text[end]))
    ++end;
  if (end == text.size())
    return end - at;
  if (!is_line_end(text[end]))
    return 0;
  const bool is_pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return end + (is_pair ? 2 : 1) - at;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (is_ascii_digit(c))
    return c - '0' + 52;
  if (c == '+')
    return 62;
  return c == '/' ? 63 : -1;
}

}  // namespace

DecodedText decode_quoted_printable(std::string_view bytes, SourceSpan span) {
  DecodedText out;
  const std::string_view text = bytes.substr(0, span.end);
  std::size_t run = span.begin;
  std::size_t at = span.begin;
  while (at < text.size()) {
    if (text[at] != '=') {
      ++at;
      continue;
    }
    if (const std::optional<char> byte = escaped_byte(text, at)) {
      out.append_verbatim(bytes, {run, at});
      out.append_replaced(std::string_view(&*byte, 1), {at, at + 3});
      at += 3;
      run = at;
      continue;
    }
    const std::size_t length = soft_break(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    out.append_verbatim(bytes, {run, at});
    at += length;
    run = at;
  }
  out.append_verbatim(bytes, {run, at});
  return out;
}

std::string decode_q(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::optional<char> byte = text[at] == '=' ? escaped_byte(text, at) : std::nullopt;
    if (byte) {
      out += *byte;
      at += 2;
      continue;
    }
    out += text[at] == '_' ? ' ' : text[at];
  }
  return out;
}

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=')
      break;
    const int value = base64_value(c);
    if (value < 0)
      return std::nullopt;
    bits = ((bits << 6) | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(static_cast<unsigned char>((bits >> count) & 0xFF));
    }
  }
  return out;
}

}  // namespace mailcheck
