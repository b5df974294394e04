#include "report/places.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

std::string shown(const Source& source, std::vector<SourceSpan> spans) {
  std::vector<Finding> findings(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i)
    findings[i].span = spans[i];
  const LineIndex lines(source.bytes);
  std::string out;
  for (const FindingPlace& place : places_of(findings, source, lines))
    out += std::to_string(place.start.line) + ":" + std::to_string(place.start.column) + "-" +
           std::to_string(place.end.line) + ":" + std::to_string(place.end.column) + " ";
  return out;
}

std::string shown(std::string_view bytes, std::vector<SourceSpan> spans) {
  return shown(Source{.path = "draft", .bytes = std::string(bytes)}, std::move(spans));
}

TEST_CASE("places count lines from 1 and columns in code points") {
  CHECK(shown("ab\ncéd\n", {{0, 1}, {4, 6}, {6, 7}}) == "1:1-1:2 2:2-2:3 2:3-2:4 ");
  CHECK(shown("ab\r\ncd", {{4, 6}}) == "2:1-2:3 ");
}

TEST_CASE("places need not be sorted and may overlap") {
  CHECK(shown("ab\ncd\nef", {{6, 8}, {0, 8}, {1, 4}, {3, 3}}) ==
        "3:1-3:3 1:1-3:3 1:2-2:2 2:1-2:1 ");
}

TEST_CASE("places beyond the end are the end") {
  CHECK(shown("ab", {{2, 2}, {7, 9}}) == "1:3-1:3 1:3-1:3 ");
  CHECK(shown("", {{0, 0}}) == "1:1-1:1 ");
  CHECK(shown("ab\n", {{3, 3}}) == "2:1-2:1 ");
}

TEST_CASE("places agree with the line index on hostile bytes") {
  const std::string bytes = "a\xE9\r\rb\n\xF0\x9F\x98\n\r\n\xC3\xA9\xC3";
  const Source source{.path = "draft", .bytes = bytes};
  const LineIndex lines(source.bytes);
  for (std::size_t begin = 0; begin <= bytes.size(); ++begin) {
    const bool inside_code_point =
        begin > 0 && begin < bytes.size() && (static_cast<unsigned char>(bytes[begin]) >> 6U) == 2;
    if (inside_code_point)
      continue;
    std::vector<Finding> findings(1);
    findings[0].span = {begin, bytes.size()};
    const FindingPlace place = places_of(findings, source, lines).front();
    CAPTURE(begin);
    CHECK(place.start.line == lines.position(begin).line);
    CHECK(place.start.column == lines.position(begin).column);
    CHECK(place.start.offset == begin);
  }
}

TEST_CASE("places are those of the file, wherever in it the message begins") {
  const Source source{.path = "box.mbox",
                      .bytes = "ab\ncéd\n",
                      .message = 3,
                      .first_line = 41,
                      .first_offset = 1000};
  CHECK(shown(source, {{0, 1}, {4, 6}}) == "41:1-41:2 42:2-42:3 ");
  std::vector<Finding> findings(1);
  findings[0].span = {4, 6};
  const LineIndex lines(source.bytes);
  const FindingPlace place = places_of(findings, source, lines).front();
  CHECK(place.start.offset == 1004);
  CHECK(place.end.offset == 1006);
  CHECK(span_in_file({4, 6}, source) == SourceSpan{1004, 1006});
}

}  // namespace
}  // namespace mailcheck
