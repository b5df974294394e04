#include "base/converter.hpp"

#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"

using namespace mailcheck;

namespace {

// The pieces as “begin-end=text”, or “begin-end!” for what is no character.
std::string pieces(std::string_view charset, std::string_view bytes) {
  std::optional<Converter> converter = Converter::open(charset);
  REQUIRE(converter);
  std::string shown;
  converter->decode(bytes, [&](const ConvertedPiece& piece) {
    shown += (shown.empty() ? "" : " ") + std::to_string(piece.bytes.begin) + "-" +
             std::to_string(piece.bytes.end);
    if (piece.kind == ConvertedPiece::Kind::invalid)
      shown += "!";
    else
      shown += "=" + std::string(piece.text);
    return true;
  });
  return shown;
}

std::string decoded(Converter& converter, std::string_view bytes) {
  std::string text;
  converter.decode(bytes, [&](const ConvertedPiece& piece) {
    text += piece.text;
    return true;
  });
  return text;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += text;
  return out;
}

}  // namespace

TEST_CASE("a converter says which bytes each character came from") {
  struct Row {
    std::string_view charset, bytes, pieces;
  };
  const Row rows[] = {
      {"iso-8859-2", "", ""},
      {"iso-8859-2", "plain text", "0-10=plain text"},
      {"iso-8859-2",
       "ab\xE8"
       "c",
       "0-2=ab 2-3=č 3-4=c"},
      {"koi8-r", "\xC4\xC1!", "0-1=д 1-2=а 2-3=!"},
      {"euc-kr", "\xB0\xA1z", "0-2=가 2-3=z"},
      {"gb18030", "\x81\x30\x81\x30 \x94\x39\xDA\x33", "0-4=\u0080 4-5=  5-9=💩"},
      {"euc-jp", "\x8F\xB0\xA1.", "0-3=丂 3-4=."},
      {"utf-16", std::string_view("\xFF\xFE\x61\0\x3D\xD8\0\xDE", 8), "2-4=a 4-8=😀"},
      {"utf-16be", std::string_view("\0\x61\0\x62", 4), "0-2=a 2-4=b"},
      {"utf-7", "a+AOk-b+-", "0-1=a 2-6=é 6-7=b 7-9=+"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.charset);
    CHECK(pieces(row.charset, row.bytes) == row.pieces);
  }
}

TEST_CASE("shift sequences belong to no character") {
  CHECK(pieces("iso-2022-jp", "a\x1B$B$\"$$\x1B(Bb") == "0-1=a 4-6=あ 6-8=い 11-12=b");
  CHECK(pieces("iso-2022-jp", "\x1B$B$\"\x1B(B") == "3-5=あ");
  CHECK(pieces("iso-2022-kr", "\x1B$)Ca\x0E$\"0!\x0F b") == "4-5=a 6-8=ㄲ 8-10=가 11-13= b");
  CHECK(pieces("hz-gb-2312", "a~{<:~}~~b") == "0-1=a 3-5=己 7-9=~ 9-10=b");
}

TEST_CASE("shift sequences without text between them are no fault") {
  CHECK(pieces("iso-2022-jp", "\x1B$B$\"\x1B(B\x1B$B$\"\x1B(B") == "3-5=あ 11-13=あ");
}

TEST_CASE("bytes that are no character are marked, with their range") {
  struct Row {
    std::string_view charset, bytes, pieces;
  };
  const Row rows[] = {
      {"iso-8859-3", "a\xA5\xE9", "0-1=a 1-2! 2-3=é"},
      {"shift_jis", "\x82\xA0\x81\x31z", "0-2=あ 2-3! 3-5=1z"},
      {"euc-jp", "\xA4\xA2\xA4", "0-2=あ 2-3!"},
      {"windows-949",
       "a\xFF"
       "b",
       "0-1=a 1-2! 2-3=b"},
      {"iso-2022-jp", "\x1BZZ", "0-1! 1-3=ZZ"},
      {"utf-16le", std::string_view("\0\xD8\x61\0\x62", 5), "0-2! 2-4=a 4-5!"},
      {"utf-7", "+2D0-a", "1-5! 5-6=a"},
      {"gb18030", "\xFF\xFE", "0-1! 1-2!"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.charset);
    CHECK(pieces(row.charset, row.bytes) == row.pieces);
  }
}

TEST_CASE("long texts are decoded in full, wherever the chunks end") {
  struct Row {
    std::string_view charset, bytes, text;
  };
  const Row rows[] = {
      {"gb18030", "\x94\x39\xDA\x33", "💩"},  // Two units, which a chunk cuts in half.
      {"shift_jis", "\x82\xA0", "あ"},
      {"iso-2022-jp", "\x1B$B$\"\x1B(Bb", "あb"},
      {"utf-16le", std::string_view("\x3D\xD8\0\xDE", 4), "😀"},
      {"utf-7", "+AOk-b", "éb"},
      {"iso-8859-2", "\xE8", "č"},
  };
  constexpr std::size_t times = 70'000;
  for (const Row& row : rows) {
    for (const std::string_view before : {"", "z"}) {
      if (row.charset == "utf-16le" && !before.empty())
        continue;
      CAPTURE(row.charset);
      std::optional<Converter> converter = Converter::open(row.charset);
      REQUIRE(converter);
      const std::string bytes = std::string(before) + repeated(row.bytes, times);
      CHECK(decoded(*converter, bytes) == std::string(before) + repeated(row.text, times));
    }
  }
}

TEST_CASE("a sink can stop a converter") {
  std::optional<Converter> converter = Converter::open("iso-8859-2");
  REQUIRE(converter);
  int calls = 0;
  converter->decode(repeated("\xE8", 100), [&](const ConvertedPiece&) { return ++calls < 3; });
  CHECK(calls == 3);
  CHECK(decoded(*converter, "\xE8z") == "čz");
}

TEST_CASE("text is written in a charset or not at all") {
  struct Row {
    std::string_view charset, text, bytes;
  };
  const Row rows[] = {
      {"iso-8859-2", "čz", "\xE8z"},
      {"windows-1252", "“a”",
       "\x93"
       "a\x94"},
      {"shift_jis", "あ", "\x82\xA0"},
      {"gb18030", "💩", "\x94\x39\xDA\x33"},
      {"utf-16le", "a", {"a\0", 2}},
      {"koi8-r", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.charset);
    std::optional<Converter> converter = Converter::open(row.charset);
    REQUIRE(converter);
    CHECK(converter->encode(row.text) == row.bytes);
  }
  struct Refused {
    std::string_view charset, text;
  };
  const Refused refused[] = {
      {"iso-8859-2", "あ"}, {"iso-8859-2", "a\u200Db"},
      {"koi8-r", "😀"},      {"iso-2022-jp", "a"},
      {"utf-7", "a"},       {"utf-16", "a"},
      {"hz-gb-2312", "a"},
  };
  for (const Refused& row : refused) {
    CAPTURE(row.charset);
    std::optional<Converter> converter = Converter::open(row.charset);
    REQUIRE(converter);
    CHECK_FALSE(converter->encode(row.text));
  }
}

TEST_CASE("charsets that ICU does not know cannot be opened") {
  for (const std::string_view name : {"", "x-foo", "iso-8859-12"}) {
    CAPTURE(name);
    CHECK_FALSE(Converter::open(name));
    CHECK(converter_name(name).empty());
  }
  CHECK_FALSE(Converter::open(std::string(500, 'a')));
  CHECK(converter_name("latin2") == "ibm-912_P100-1995");
  CHECK(converter_name("utf-8,swaplfnl").empty());
}

TEST_CASE("any bytes give valid text and ranges in order") {
  const std::string_view parts[] = {"\x1B$B", "\x1B(B", "\x1B", "\x0E", "\x0F",     "~{",   "~}",
                                    "a",      "\xFF",   "\x82", "\xA0", "\x81\x30", "+AOk", "-",
                                    "\xD8",   "$\"",    "\n",   "\x8F", "\xFF\xFE", "+2D0"};
  std::mt19937 random(11);
  for (const std::string_view charset : {"iso-2022-jp",
                                         "ISO_2022,locale=ja,version=2",
                                         "iso-2022-kr",
                                         "iso-2022-cn",
                                         "hz",
                                         "utf-7",
                                         "gb18030",
                                         "shift_jis",
                                         "euc-jp",
                                         "big5-hkscs",
                                         "utf-16",
                                         "utf-16le",
                                         "utf-32",
                                         "scsu",
                                         "windows-949",
                                         "iso-8859-3",
                                         "ISCII,version=0",
                                         "bocu-1",
                                         "x11-compound-text",
                                         "lmbcs-1"}) {
    CAPTURE(charset);
    std::optional<Converter> converter = Converter::open(charset);
    REQUIRE(converter);
    for (int round = 0; round < 300; ++round) {
      std::string bytes;
      for (auto count = random() % 16; count > 0; --count)
        bytes += parts[random() % std::size(parts)];
      std::size_t last = 0;
      converter->decode(bytes, [&](const ConvertedPiece& piece) {
        REQUIRE(find_invalid_utf8(piece.text) == piece.text.size());
        REQUIRE_FALSE(piece.text.empty());
        REQUIRE(piece.bytes.begin >= last);
        REQUIRE(piece.bytes.end >= piece.bytes.begin);
        REQUIRE(piece.bytes.end <= bytes.size());
        last = piece.bytes.end;
        return true;
      });
    }
  }
}
