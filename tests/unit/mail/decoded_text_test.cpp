#include "mail/decoded_text.hpp"

#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "mail/encoding/base64.hpp"
#include "mail/encoding/quoted_printable.hpp"
#include "tests/unit/mail/map_checks.hpp"

using namespace mailcheck;

namespace {

Charset charset(std::string_view name) {
  const std::optional<Charset> found = charset_named(name);
  REQUIRE(found);
  return *found;
}

DecodedText raw_text(std::string_view bytes) {
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  return raw;
}

// Each character as its source bytes, in hexadecimal where they are not ASCII, between bars.
std::string places(const DecodedText& text, std::string_view bytes) {
  std::string shown = "|";
  for (std::size_t at = 0; at < text.text.size();) {
    const std::size_t length = decode_utf8(text.text, at).length;
    const SourceSpan source = text.map.to_source({at, at + length});
    for (const char c : slice(bytes, source)) {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      if (byte > ' ' && byte < 0x7F)
        shown += c;
      else
        shown += {'\\', digits[byte >> 4U], digits[byte & 15U]};
    }
    shown += '|';
    at += length;
  }
  return shown;
}

}  // namespace

TEST_CASE("each character of a charset maps to its bytes") {
  struct Row {
    std::string_view name, bytes, text, places;
  };
  const Row rows[] = {
      {"iso-8859-2", "a\xE8z", "ačz", "|a|\\E8|z|"},
      {"windows-1252", "\x93x\x94", "“x”", "|\\93|x|\\94|"},
      {"shift_jis", "\x82\xA0x", "あx", "|\\82\\A0|x|"},
      {"iso-2022-jp", "a\x1B$B$\"$$\x1B(Bb", "aあいb", "|a|$\"|$$|b|"},
      {"koi8-r", "\xC4\r\n\xC1", "д\nа", "|\\C4|\\0D\\0A|\\C1|"},
      {"utf-16le", {"a\0\r\0\n\0", 6}, "a\n", "|a\\00|\\0D\\00\\0A\\00|"},
      {"utf-16le", {"\xFF\xFE\x61\0", 4}, "a", "|a\\00|"},
      {"utf-7", "a+AOk-b", "aéb", "|a|AOk-|b|"},
      {"euc-jp", "\xA4\xA2\xA4", "あ\uFFFD", "|\\A4\\A2|\\A4|"},
      {"iso-8859-2", "\x0C\x01", " \uFFFD", "|\\0C|\\01|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DecodedText out;
    std::vector<Note> notes;
    append_readable(out, raw_text(row.bytes), charset(row.name), notes);
    CHECK(out.text == row.text);
    CHECK(places(out, row.bytes) == row.places);
    check_map(out, row.bytes.size());
  }
}

TEST_CASE("characters are mapped through a transfer encoding") {
  std::vector<Note> notes;
  {
    const std::string_view bytes = "a=82=\r\n=A0z=E8";
    DecodedText out;
    append_readable(out, decode_quoted_printable(bytes, {0, bytes.size()}), charset("shift_jis"),
                    notes);
    CHECK(out.text == "aあz\uFFFD");
    CHECK(places(out, bytes) == "|a|=82=\\0D\\0A=A0|z|=E8|");
  }
  {
    const std::string_view bytes = "YYKg\neno=";  // a, あ in two bytes, z, z
    DecodedText out;
    append_readable(out, decode_base64(bytes, {0, bytes.size()}, notes), charset("shift_jis"),
                    notes);
    CHECK(out.text == "aあzz");
    CHECK(places(out, bytes) == "|YY|YKg|en|no|");
  }
}

TEST_CASE("runs of ASCII are the bytes of the source in any charset") {
  const std::string_view bytes = "ab\xE8 plain text";
  DecodedText out;
  std::vector<Note> notes;
  append_readable(out, raw_text(bytes), charset("iso-8859-2"), notes);
  CHECK(out.map.is_verbatim({4, out.text.size()}));
  CHECK_FALSE(out.map.is_verbatim({2, 4}));
}

TEST_CASE("the first bytes that are not of the charset are noted") {
  struct Row {
    std::string_view name, bytes, message;
    SourceSpan span;
  };
  const Row rows[] = {
      {"utf-8", "a\xE9 \xE9", "Byte 0xE9 is not UTF-8 and was read as “\uFFFD”", {1, 2}},
      {"us-ascii", "a\xE9 \xEA", "Byte 0xE9 is not UTF-8 and was read as Windows-1252", {1, 2}},
      {"us-ascii", "\xC3\xA9 \xE9", "Byte 0xE9 is not UTF-8 and was read as “\uFFFD”", {3, 4}},
      {"euc-jp",
       "\xA4\xA2\xA4",
       "Byte 0xA4 is not of the charset of the text and was read as “\uFFFD”",
       {2, 3}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    DecodedText out;
    std::vector<Note> notes;
    append_readable(out, raw_text(row.bytes), charset(row.name), notes);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].kind == NoteKind::invalid_utf8);
    CHECK(notes[0].message == row.message);
    CHECK(notes[0].span == row.span);
  }
}

TEST_CASE("text up to the limit is read, the rest is left out with a note") {
  struct Row {
    std::string_view name, bytes, text;
    std::size_t limit;
    bool is_noted;
  };
  const Row rows[] = {
      {"utf-8", "abcd", "abcd", 5, false},
      {"utf-8", "abcd", "abcd", 4, false},
      {"utf-8", "abcd", "abc", 3, true},
      {"utf-8", "ab\xC3\xA9", "ab", 3, true},
      {"utf-8", "ab\xC3\xA9", "abé", 4, false},
      {"utf-8", "a\xFF", "a", 3, true},
      {"utf-8", "a\r\nb", "a\nb", 3, false},
      {"windows-1252", "a\x93", "a", 3, true},
      {"windows-1252", "a\x93", "a“", 4, false},
      {"shift_jis", "a\x82\xA0z", "aあ", 4, true},
      {"shift_jis", "a\x82\xA0z", "aあz", 5, false},
      {"utf-8", "a", "", 0, true},
      {"utf-8", "", "", 0, false},
      {"shift_jis", "abcdefgh", "ab", 2, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CAPTURE(row.limit);
    DecodedText out;
    std::vector<Note> notes;
    append_readable(out, raw_text(row.bytes), charset(row.name), notes, row.limit);
    CHECK(out.text == row.text);
    CHECK(has_note(notes, NoteKind::limit_reached) == row.is_noted);
    check_map(out, row.bytes.size());
  }
}

TEST_CASE("what is in the text already counts for the limit") {
  DecodedText out;
  std::vector<Note> notes;
  append_readable(out, raw_text("abc"), Charset::utf8, notes, 5);
  append_readable(out, raw_text("def"), Charset::utf8, notes, 5);
  CHECK(out.text == "abcde");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].span == SourceSpan{2, 3});
}

TEST_CASE("any bytes in any charset give valid text with a map in order") {
  const std::string_view parts[] = {"\x1B$B", "\x1B(B", "\x0E", "~{",       "~}",   "a",
                                    "\xFF",   "\x82",   "\xA0", "\x81\x30", "+AOk", "-",
                                    "\xD8",   "$\"",    "\r\n", "\r",       "\n",   "é",
                                    "=E9",    "=\n",    "YQ==", "\xFF\xFE", "=82",  "Dana "};
  const std::string_view names[] = {"utf-8",       "us-ascii",    "windows-1252", "iso-8859-2",
                                    "iso-2022-jp", "iso-2022-kr", "hz",           "utf-7",
                                    "gb2312",      "shift_jis",   "utf-16",       "utf-32"};
  std::mt19937 random(13);
  for (int round = 0; round < 6000; ++round) {
    std::string bytes;
    for (auto count = random() % 16; count > 0; --count)
      bytes += parts[random() % std::size(parts)];
    if (random() % 4 == 0)
      bytes += '\0';
    CAPTURE(bytes);
    const SourceSpan span{0, bytes.size()};
    std::vector<Note> notes;
    const DecodedText raw = round % 3 == 0   ? raw_text(bytes)
                            : round % 3 == 1 ? decode_quoted_printable(bytes, span)
                                             : decode_base64(bytes, span, notes);
    DecodedText out;
    append_readable(out, raw, charset(names[random() % std::size(names)]), notes,
                    random() % 2 == 0 ? decoded_size_limit : random() % 20);
    REQUIRE(find_invalid_utf8(out.text) == out.text.size());
    REQUIRE(out.text.find('\r') == std::string::npos);
    check_map(out, bytes.size());
  }
}
