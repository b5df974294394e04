#include "mail/encoding/quoted_printable.hpp"

#include <cstddef>
#include <optional>

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

DecodedText decode_q(std::string_view bytes, SourceSpan span) {
  DecodedText out;
  const std::string_view text = bytes.substr(0, span.end);
  std::size_t at = span.begin;
  while (at < text.size()) {
    const std::optional<char> byte = text[at] == '=' ? escaped_byte(text, at) : std::nullopt;
    const std::size_t length = byte ? 3 : 1;
    const char c = byte.value_or(text[at] == '_' ? ' ' : text[at]);
    out.append_replaced(std::string_view(&c, 1), {at, at + length});
    at += length;
  }
  return out;
}

}  // namespace mailcheck
