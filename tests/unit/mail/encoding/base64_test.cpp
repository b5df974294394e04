#include "mail/encoding/base64.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "mail/encoding/quoted_printable.hpp"
#include "tests/unit/mail/map_checks.hpp"

using namespace mailcheck;

namespace {

std::string encoded(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8U | (at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += at + k > text.size() ? '=' : digits[bits >> (18 - 6 * k) & 63U];
  }
  return out;
}

// `base64` in lines of that many characters.
std::string in_lines(std::string_view base64, std::size_t length, std::string_view line_end) {
  std::string out;
  for (std::size_t at = 0; at < base64.size(); at += length)
    out.append(base64.substr(at, length)).append(line_end);
  return out;
}

DecodedText decode(std::string_view bytes, std::vector<Note>& notes) {
  DecodedText text = decode_base64(bytes, {0, bytes.size()}, notes);
  check_map(text, bytes.size());
  return text;
}

}  // namespace

TEST_CASE("base64 bodies are decoded, faults included") {
  struct Row {
    std::string_view encoded, decoded;
    bool is_noted;
  };
  const Row rows[] = {
      {"", "", false},
      {"\r\n", "", false},
      {"RGFuYQ==", "Dana", false},
      {"RGFuYQ==\r\n\r\n", "Dana", false},
      {"RGFuYQ", "Dana", false},
      {"RGFu\nYVM=", "DanaS", false},
      {"R\nG\r\nF u\tYQ=\n=", "Dana", false},
      {"RGFuYQ==UGFyaw==", "DanaPark", false},
      {"RGFuYQ==\nUGFyaw==\n", "DanaPark", false},
      {"RGFuYQ====", "Dana", false},
      {"RGFuY", "Dan", true},
      {"RGFu=", "Dan", false},
      {"RGFuY=", "Dan", true},
      {"RG*FuYQ==", "Dana", true},
      {"RGFuYQ==\n_____________\nThe list of lists\nlist@example.org\n", "Dana", true},
      {"RGFu\n-- \nDana Park\n", "Dan", true},
      {"RGFu\nThis message was sent to a list of people\n", "Dan", true},
      {"RGFuYQ== and more\n", "Dana", true},
      {"RGFuYQ==\nRegards\n", "Dana", true},
      {"Dear Dana, thank you.\nBye\n", "Dear Dana, thank you.\nBye\n", true},
      {"*", "*", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoded);
    std::vector<Note> notes;
    CHECK(decode(row.encoded, notes).text == row.decoded);
    CHECK(has_note(notes, NoteKind::broken_encoding) == row.is_noted);
  }
}

TEST_CASE("notes on base64 point at the fault") {
  std::vector<Note> notes;
  decode("RG*FuYQ==", notes);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].span == SourceSpan{2, 3});
  notes.clear();
  decode("RGFuYQ==\n____\nlist\n", notes);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].span == SourceSpan{9, 13});
}

TEST_CASE("each byte of a base64 body maps to its characters, wherever the lines end") {
  const std::string text =
      "Dear Dana, thank you for the tour of the lab on Tuesday; I liked it very much.";
  const std::string base64 = encoded(text);
  for (const std::string_view line_end : {"\n", "\r\n"}) {
    for (std::size_t length = 1; length < 20; ++length) {
      CAPTURE(length);
      const std::string bytes = "xx" + in_lines(base64, length, line_end);
      std::vector<Note> notes;
      const DecodedText decoded = decode_base64(bytes, {2, bytes.size()}, notes);
      REQUIRE(decoded.text == text);
      REQUIRE(notes.empty());
      const auto place = [&](std::size_t index) {
        return 2 + index + index / length * line_end.size();
      };
      for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t first = i / 3 * 4 + i % 3;
        REQUIRE(decoded.map.to_source({i, i + 1}) ==
                SourceSpan{place(first), place(first + 1) + 1});
      }
    }
  }
}

TEST_CASE("only the span is decoded") {
  std::vector<Note> notes;
  CHECK(decode_base64("AAAARGFuYQ==BBBB", {4, 12}, notes).text == "Dana");
  CHECK(decode_base64("AAAARGFuYQ==BBBB", {4, 9}, notes).text == "Dan");
}

TEST_CASE("B of encoded words is decoded when nothing foreign is in it") {
  struct Row {
    std::string_view encoded;
    std::optional<std::string_view> decoded;
  };
  const Row rows[] = {
      {"RGFuYQ==", "Dana"},
      {"RGFuYQ", "Dana"},
      {"", ""},
      {"R", ""},
      {"RGFu YQ==", "Dana"},
      {"RG==Rg==", "DF"},
      {"R*", std::nullopt},
      {"RGF?", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoded);
    const std::optional<DecodedText> decoded = decode_b(row.encoded, {0, row.encoded.size()});
    REQUIRE(decoded.has_value() == row.decoded.has_value());
    if (decoded)
      CHECK(decoded->text == *row.decoded);
  }
}

TEST_CASE("any bytes decode as base64 with a map in order") {
  const std::string_view parts[] = {"RGFu", "YQ==", "=",  "\n",          "\r\n", " ",
                                    "*",    "x",    "ab", "\xFF",        "--",   "list ",
                                    "A.",   "\t",   "",   "AAAABBBBCCCC"};
  std::mt19937 random(3);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    for (auto count = random() % 20; count > 0; --count)
      bytes += parts[random() % std::size(parts)];
    CAPTURE(bytes);
    std::vector<Note> notes;
    const DecodedText text = decode(bytes, notes);
    REQUIRE(text.text.size() <= bytes.size());
    const std::size_t begin = random() % (bytes.size() + 1);
    check_map(decode_base64(bytes, {begin, bytes.size()}, notes), bytes.size());
    if (const std::optional<DecodedText> word = decode_b(bytes, {begin, bytes.size()}))
      check_map(*word, bytes.size());
    check_map(decode_q(bytes, {begin, bytes.size()}), bytes.size());
  }
}
