#include "mail/decoded_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

// Windows-1252, 0x80 to 0x9F (WHATWG Encoding Standard); the rest equals ISO-8859-1. The five
// unassigned bytes stay the C1 controls they are there.
constexpr std::array<char16_t, 32> windows_1252_upper = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

CodePoint decode(std::string_view bytes, std::size_t offset, Charset charset) {
  if (charset == Charset::utf8)
    return decode_utf8(bytes, offset);
  const auto byte = static_cast<std::uint8_t>(bytes[offset]);
  if (byte >= 0x80 && byte < 0xA0)
    return {windows_1252_upper[byte - 0x80], 1, true};
  return {byte, 1, true};
}

bool is_plain_ascii(char c) {
  return (c >= ' ' && c < 0x7F) || c == '\t' || c == '\n';
}

// Format characters that reorder text or take no space stay: rules speak of them.
bool is_unreadable(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

}  // namespace

void DecodedText::append_verbatim(std::string_view bytes, SourceSpan source) {
  text.append(slice(bytes, source));
  map.append_verbatim(source);
}

void DecodedText::append_replaced(std::string_view replacement, SourceSpan source) {
  text.append(replacement);
  map.append_replaced(replacement.size(), source);
}

void DecodedText::append(const DecodedText& inner, TextSpan span) {
  text.append(slice(inner.text, span));
  map.append_mapped(inner.map, span);
}

std::optional<Charset> charset_named(std::string_view name) {
  struct Name {
    std::string_view name;
    Charset charset;
  };
  static constexpr Name names[] = {
      {"ansi_x3.4-1968", Charset::utf8},
      {"ascii", Charset::utf8},
      {"cp1252", Charset::windows_1252},
      {"iso-8859-1", Charset::windows_1252},
      {"iso8859-1", Charset::windows_1252},
      {"latin1", Charset::windows_1252},
      {"unknown-8bit", Charset::utf8},
      {"us-ascii", Charset::utf8},
      {"utf-8", Charset::utf8},
      {"utf8", Charset::utf8},
      {"windows-1252", Charset::windows_1252},
  };
  for (const Name& known : names) {
    if (equal_ignoring_case(known.name, name))
      return known.charset;
  }
  return std::nullopt;
}

bool has_note(const std::vector<Note>& notes, NoteKind kind) {
  return std::any_of(notes.begin(), notes.end(),
                     [&](const Note& note) { return note.kind == kind; });
}

void add_note(std::vector<Note>& notes, NoteKind kind, SourceSpan span, std::string message) {
  if (!has_note(notes, kind))
    notes.push_back({kind, span, std::move(message)});
}

void append_readable(DecodedText& out, const DecodedText& raw, Charset charset,
                     std::vector<Note>& notes) {
  const std::string_view bytes = raw.text;
  std::size_t run = 0;  // Start of the bytes that can be taken over as they are.
  std::size_t at = 0;
  const auto replace = [&](std::size_t length, std::string_view replacement) {
    out.append(raw, {run, at});
    const SourceSpan source = raw.map.to_source({at, at + length});
    out.append_replaced(replacement, source);
    at += length;
    run = at;
    return source;
  };
  while (at < bytes.size()) {
    if (is_plain_ascii(bytes[at])) {
      ++at;
      continue;
    }
    if (bytes[at] == '\r') {
      replace(at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1, "\n");
      continue;
    }
    const auto byte = static_cast<unsigned>(static_cast<std::uint8_t>(bytes[at]));
    const CodePoint code_point = decode(bytes, at, charset);
    if (!code_point.valid) {
      const SourceSpan source = replace(code_point.length, replacement_character);
      if (!has_note(notes, NoteKind::invalid_utf8))
        add_note(notes, NoteKind::invalid_utf8, source,
                 fmt::format("Byte 0x{:02X} is not UTF-8 and was read as “\xEF\xBF\xBD”", byte));
      continue;
    }
    if (is_unreadable(code_point.value)) {
      const bool is_space = bytes[at] == '\f' || bytes[at] == '\v';
      const SourceSpan source =
          replace(code_point.length, is_space ? std::string_view(" ") : replacement_character);
      if (!has_note(notes, NoteKind::control_character))
        add_note(notes, NoteKind::control_character, source,
                 fmt::format("Control character U+{:04X} does not belong in a mail",
                             static_cast<unsigned>(code_point.value)));
      continue;
    }
    if (charset == Charset::utf8) {
      at += code_point.length;
      continue;
    }
    std::string encoded;
    append_utf8(encoded, code_point.value);
    replace(code_point.length, encoded);
  }
  out.append(raw, {run, at});
}

}  // namespace mailcheck
