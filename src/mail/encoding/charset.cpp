#include "mail/encoding/charset.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "base/converter.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "mail/decoded_text.hpp"
#include "mail/encoding/charset_names.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view utf32_mark_little("\xFF\xFE\0\0", 4);
constexpr std::string_view utf32_mark_big("\0\0\xFE\xFF", 4);

// No name is longer; what is, is not looked at.
constexpr std::size_t name_limit = 60;

bool is_name_char(char c) {
  return c > ' ' && c < 0x7F && std::string_view("\"'`;,<>()?\\/&=").find(c) == std::string::npos;
}

// The first run of characters that may be a name, without “charset=” before it.
std::string_view first_name(std::string_view text) {
  constexpr std::string_view label = "charset";
  const auto skip_to_name = [&text] {
    while (!text.empty() && !is_name_char(text.front()))
      text.remove_prefix(1);
  };
  skip_to_name();
  if (starts_ignoring_case(text, label)) {
    text.remove_prefix(label.size());
    skip_to_name();
  }
  if (starts_ignoring_case(text,
                           "3d\"")) {  // “=3D” of a header that went through quoted-printable.
    text.remove_prefix(2);
    skip_to_name();
  }
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_name_char);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (is_ascii_letter(c) || is_ascii_digit(c))
      key += ascii_lower(c);
  }
  return key;
}

// The charset of exactly that name. ICU knows hundreds that nobody lists.
std::optional<Charset> find_charset(std::string_view name) {
  if (std::optional<Charset> listed = listed_charset(key_of(name)))
    return listed;
  const std::string_view decoder = converter_name(name);
  if (decoder.empty())
    return std::nullopt;
  // Aliases of these that nobody lists.
  if (decoder == "UTF-8")
    return Charset::utf8;
  if (decoder == "US-ASCII")
    return Charset::ascii;
  if (decoder == "ISO-8859-1" || decoder.starts_with("ibm-5348"))
    return Charset::windows_1252;
  return Charset{Charset::Kind::converter, decoder, {}};
}

// The name as a note can show it.
std::string shown_name(std::string_view name) {
  std::string shown(trim(name).substr(0, name_limit));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < ' ' || c >= 0x7F; }, '?');
  return shown;
}

bool is_utf8(std::string_view bytes) {
  return find_invalid_utf8(bytes) == bytes.size();
}

// Whether of the places beyond ASCII more are no UTF-8 than are. In another charset two
// bytes may look like a character of UTF-8 by chance; UTF-8 may have a byte that broke.
bool is_hardly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_utf8(bytes, at);
    if (!point.valid)
      ++bad;
    else if (point.length > 1)
      ++good;
    at += point.length;
  }
  return bad > good;
}

// Whether more of the first units of two bytes have their zero byte second.
bool is_likely_little_endian(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 512);
  std::ptrdiff_t balance = 0;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (start[i] == '\0')
      balance += i % 2 == 1 ? 1 : -1;
  }
  return balance >= 0;
}

}  // namespace

std::optional<Charset> charset_named(std::string_view name) {
  const std::string_view whole = trim(name);
  if (whole.size() > name_limit)
    return std::nullopt;
  std::string_view first = first_name(whole);
  if (first.empty())
    return std::nullopt;
  if (std::optional<Charset> found = find_charset(first))
    return found;
  if (starts_ignoring_case(first, "3d"))
    first.remove_prefix(2);
  if (starts_ignoring_case(first, "x-"))
    first.remove_prefix(2);
  if (std::optional<Charset> found = find_charset(first))
    return found;
  return listed_charset(key_of(whole));  // “utf 8”
}

Charset declared_charset(std::string_view name, std::string_view bytes, SourceSpan place,
                         std::vector<Note>& notes) {
  if (trim(name).empty())
    return Charset::ascii;
  if (const std::optional<Charset> known = charset_named(name))
    return *known;
  const bool utf8 = is_utf8(bytes);
  add_note(notes, NoteKind::broken_encoding, place,
           fmt::format("The charset “{}” is not known; read as {}", shown_name(name),
                       utf8 ? "UTF-8" : "Windows-1252"));
  return utf8 ? Charset::utf8 : Charset::windows_1252;
}

Charset resolved_charset(const Charset& charset, std::string_view bytes) {
  if (charset.kind == Charset::Kind::ascii)
    return is_hardly_utf8(bytes) ? Charset::windows_1252 : Charset::utf8;
  Charset resolved = charset;
  if (charset.decoder.starts_with("UTF-32")) {
    const std::string_view mark = bytes.substr(0, 4);
    if (mark == utf32_mark_little || mark == utf32_mark_big)
      resolved.decoder = "UTF-32";  // Which reads the mark.
    else if (charset.decoder == "UTF-32")
      resolved.decoder = mark.starts_with('\0') ? "UTF-32BE" : "UTF-32LE";
  } else if (charset.decoder.starts_with("UTF-16")) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
      resolved.decoder = "UTF-16";
    else if (charset.decoder == "UTF-16")
      resolved.decoder = is_likely_little_endian(bytes) ? "UTF-16LE" : "UTF-16BE";
  }
  return resolved;
}

std::optional<std::string> encode(std::string_view text, const Charset& charset) {
  const auto written_by = [&](std::string_view name) -> std::optional<std::string> {
    std::optional<Converter> converter = Converter::open(name);
    return converter ? converter->encode(text) : std::nullopt;
  };
  switch (charset.kind) {
    case Charset::Kind::utf8:
      return std::string(text);
    case Charset::Kind::ascii:
      return written_by("US-ASCII");
    case Charset::Kind::windows_1252:
      return written_by("windows-1252");
    case Charset::Kind::converter:
      return written_by(charset.encoder.empty() ? charset.decoder : charset.encoder);
  }
  return std::nullopt;
}

}  // namespace mailcheck
