#include "lsp/position.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("characters are the units of the encoding") {
  const std::string text = "aé😀z";
  const auto end = [&](PositionEncoding encoding) {
    return PositionMap(text, encoding).position(text.size() - 1).character;
  };
  CHECK(end(PositionEncoding::utf8) == 7);
  CHECK(end(PositionEncoding::utf16) == 4);
  CHECK(end(PositionEncoding::utf32) == 3);
}

TEST_CASE("a position within a code point is its beginning") {
  const std::string text = "a😀z";
  CHECK(PositionMap(text, PositionEncoding::utf16).offset({0, 2}) == 1);
  CHECK(PositionMap(text, PositionEncoding::utf16).offset({0, 3}) == 5);
  CHECK(PositionMap(text, PositionEncoding::utf8).offset({0, 3}) == 1);
}

TEST_CASE("positions beyond a line or the text are its end") {
  const std::string text = "ab\r\ncd\ref\n";
  const PositionMap map(text, PositionEncoding::utf16);
  CHECK(map.line_count() == 4);
  CHECK(map.offset({0, 99}) == 2);
  CHECK(map.offset({1, 99}) == 6);
  CHECK(map.offset({2, 1}) == 8);
  CHECK(map.offset({3, 5}) == text.size());
  CHECK(map.offset({99, 0}) == text.size());
  CHECK(map.position(3) == Position{0, 2});
  CHECK(map.position(999) == Position{3, 0});
  CHECK(map.span({{1, 1}, {0, 0}}).empty());
}

TEST_CASE("every boundary of a code point goes there and back") {
  std::string text;
  for (std::size_t i = 0; i < 700; ++i)
    text += i % 97 == 0 ? "\r\n" : i % 3 == 0 ? "😀" : i % 3 == 1 ? "é" : "x";
  for (const PositionEncoding encoding :
       {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
    const PositionMap map(text, encoding);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const bool within =
          at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
      const bool in_break = at > 0 && at < text.size() && text[at - 1] == '\r';
      if (!within && !in_break)
        REQUIRE(map.offset(map.position(at)) == at);
    }
  }
}

TEST_CASE("an empty text has one position") {
  const PositionMap map("", PositionEncoding::utf16);
  CHECK(map.position(0) == Position{0, 0});
  CHECK(map.offset({5, 5}) == 0);
}

}  // namespace
}  // namespace mailcheck
