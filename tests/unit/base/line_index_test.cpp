#include "base/line_index.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

std::string position(std::string_view text, std::size_t offset) {
  const LinePosition found = LineIndex(text).position(offset);
  return std::to_string(found.line) + ":" + std::to_string(found.column);
}

}  // namespace

TEST_CASE("a position counts lines and code points from 1") {
  CHECK(position("", 0) == "1:1");
  CHECK(position("one\ntwo", 0) == "1:1");
  CHECK(position("one\ntwo", 3) == "1:4");
  CHECK(position("one\ntwo", 4) == "2:1");
  CHECK(position("Zoë x", 5) == "1:5");
  CHECK(position("one\n", 4) == "2:1");
  CHECK(position("one\ntwo", 99) == "2:4");
}

TEST_CASE("CRLF and a lone CR end a line as LF does") {
  CHECK(position("one\r\ntwo", 5) == "2:1");
  CHECK(position("one\rtwo", 4) == "2:1");
  CHECK(position("a\r\r\nb", 4) == "3:1");
  CHECK(position("a\r", 2) == "2:1");
}

TEST_CASE("a line comes without its line break") {
  const LineIndex lines("one\r\ntwo\n\r\rlast");
  CHECK(lines.line_count() == 5);
  CHECK(lines.line(1) == "one");
  CHECK(lines.line(2) == "two");
  CHECK(lines.line(3).empty());
  CHECK(lines.line(4).empty());
  CHECK(lines.line(5) == "last");
  CHECK(lines.line(0).empty());
  CHECK(lines.line(6).empty());
  CHECK(lines.line_start(2) == 5);
}

TEST_CASE("the part after a final line break is a line") {
  const LineIndex lines("one\n");
  CHECK(lines.line_count() == 2);
  CHECK(lines.line(2).empty());
  CHECK(LineIndex("").line_count() == 1);
}
