#include "report/escape.hpp"

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {
namespace {

bool is_plain_ascii(char c) {
  return c >= 0x20 && c < 0x7F;
}

void append_safe(std::string& out, std::string_view text, std::size_t offset,
                 const CodePoint& point) {
  if (!point.valid) {
    for (const char byte : text.substr(offset, point.length))
      out += fmt::format("<0x{:02X}>", static_cast<unsigned char>(byte));
  } else if (is_control(point.value)) {
    out += fmt::format("<U+{:04X}>", static_cast<unsigned>(point.value));
  } else {
    out += text.substr(offset, point.length);
  }
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void append_json_escape(std::string& out, char32_t code_point) {
  const auto value = static_cast<unsigned>(code_point);
  if (value <= 0xFFFF) {
    out += fmt::format("\\u{:04x}", value);
    return;
  }
  const unsigned offset = value - 0x10000;  // as a surrogate pair, RFC 8259 §7
  out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

void append_json(std::string& out, std::string_view text, std::size_t offset,
                 const CodePoint& point) {
  if (point.value == '"' || point.value == '\\')
    out.append({'\\', static_cast<char>(point.value)});
  else if (point.value == '\n')
    out += "\\n";
  else if (point.value == '\t')
    out += "\\t";
  else if (!point.valid)
    append_utf8(out, 0xFFFD);
  else if (is_control(point.value) || (point.value == '#' && begins_command(text, offset)))
    append_json_escape(out, point.value);
  else
    out += text.substr(offset, point.length);
}

}  // namespace

// GitHub's runner looks for “##[” anywhere and for “::” behind blanks, Azure's for “##vso[”,
// TeamCity for “##teamcity[”.
bool begins_command(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with('#'))
    return rest.starts_with("##[") || rest.starts_with("##vso[") || rest.starts_with("##teamcity[");
  // Lines are broken at blanks.
  const bool may_begin_a_line = offset == 0 || text[offset - 1] == ' ';
  return may_begin_a_line && rest.starts_with("::") && rest.size() > 2 && is_letter(rest[2]);
}

std::string terminal_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char c = text[offset];
    if (is_plain_ascii(c)) {
      if ((c == '#' || c == ':') && begins_command(text, offset))
        out += fmt::format("<U+{:04X}>", static_cast<unsigned>(c));
      else
        out += c;
      ++offset;
      continue;
    }
    const CodePoint point = decode_utf8(text, offset);
    append_safe(out, text, offset, point);
    offset += point.length;
  }
  return out;
}

std::string terminal_safe_line(std::string_view text) {
  std::string spaced;
  spaced.reserve(text.size());
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      spaced += c;
    else if (!spaced.ends_with(' '))
      spaced += ' ';
  }
  return terminal_safe(spaced);
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  out.reserve(text.size() + 2);
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = decode_utf8(text, offset);
    append_json(out, text, offset, point);
    offset += point.length;
  }
  return out + "\"";
}

}  // namespace mailcheck
