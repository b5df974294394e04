#include "mail/source_map.hpp"

#include <doctest/doctest.h>

#include "mail/source.hpp"

using namespace mailcheck;

TEST_CASE("verbatim pieces that touch are one run") {
  SourceMap map;
  map.append_verbatim({10, 14});
  map.append_verbatim({14, 20});
  CHECK(map.text_size() == 10);
  CHECK(map.to_source({2, 8}) == SourceSpan{12, 18});
  CHECK(map.is_verbatim({2, 8}));
}

TEST_CASE("half of a replaced piece maps to all of it") {
  SourceMap map;
  map.append_verbatim({0, 3});
  map.append_replaced(3, {3, 4});  // U+FFFD for one byte.
  map.append_verbatim({4, 6});
  CHECK(map.to_source({3, 4}) == SourceSpan{3, 4});
  CHECK(map.to_source({1, 5}) == SourceSpan{1, 4});
  CHECK(map.to_source({4, 8}) == SourceSpan{3, 6});
  CHECK_FALSE(map.is_verbatim({2, 4}));
  CHECK(map.is_verbatim({6, 8}));
}

TEST_CASE("an empty span stays empty and keeps its place") {
  SourceMap map;
  map.append_verbatim({5, 8});
  map.append_replaced(1, {8, 10});
  CHECK(map.to_source({0, 0}) == SourceSpan{5, 5});
  CHECK(map.to_source({2, 2}) == SourceSpan{7, 7});
  CHECK(map.to_source({3, 3}) == SourceSpan{8, 8});
  CHECK(map.to_source({4, 4}) == SourceSpan{10, 10});
}

TEST_CASE("an empty map has nowhere to point") {
  const SourceMap map;
  CHECK(map.to_source({0, 0}) == SourceSpan{0, 0});
  CHECK(map.is_verbatim({0, 0}));
}

TEST_CASE("pieces of another map are taken over") {
  SourceMap inner;
  inner.append_verbatim({0, 4});
  inner.append_replaced(1, {4, 7});
  inner.append_verbatim({7, 12});
  SourceMap map;
  map.append_mapped(inner, {2, 8});
  CHECK(map.text_size() == 6);
  CHECK(map.to_source({0, 2}) == SourceSpan{2, 4});
  CHECK(map.to_source({2, 3}) == SourceSpan{4, 7});
  CHECK(map.to_source({3, 6}) == SourceSpan{7, 10});
  CHECK_FALSE(map.is_verbatim({1, 4}));
}

TEST_CASE("a byte of base64 maps to the two characters it is in") {
  SourceMap map;
  map.append_base64(7, {100, 112});  // Two groups of four and one with padding.
  CHECK(map.text_size() == 7);
  const std::size_t begins[] = {100, 101, 102, 104, 105, 106, 108};
  for (std::size_t i = 0; i < std::size(begins); ++i) {
    CHECK(map.to_source({i, i + 1}) == SourceSpan{begins[i], begins[i] + 2});
    CHECK(map.to_source({i, i}) == SourceSpan{begins[i], begins[i]});
    CHECK_FALSE(map.is_verbatim({i, i + 1}));
    CHECK_FALSE(map.is_verbatim({i, i}));
  }
  CHECK(map.to_source({0, 3}) == SourceSpan{100, 104});
  CHECK(map.to_source({2, 4}) == SourceSpan{102, 106});
  CHECK(map.to_source({7, 7}) == SourceSpan{110, 110});
}

TEST_CASE("parts of a base64 run stay exact, and are one run again when they meet") {
  SourceMap inner;
  inner.append_base64(30, {10, 50});
  for (std::size_t begin = 0; begin < 6; ++begin) {
    for (std::size_t cut = begin; cut < 12; ++cut) {
      SourceMap map;
      map.append_verbatim({0, 5});
      map.append_mapped(inner, {begin, cut});
      map.append_mapped(inner, {cut, 30});
      REQUIRE(map.text_size() == 5 + 30 - begin);
      for (std::size_t i = begin; i < 30; ++i)
        REQUIRE(map.to_source({5 + i - begin, 6 + i - begin}) == inner.to_source({i, i + 1}));
    }
  }
}

TEST_CASE("runs of base64 on two lines are two pieces") {
  SourceMap map;
  map.append_base64(3, {0, 4});
  map.append_base64(3, {6, 10});
  CHECK(map.to_source({2, 3}) == SourceSpan{2, 4});
  CHECK(map.to_source({3, 4}) == SourceSpan{6, 8});
  CHECK(map.to_source({2, 4}) == SourceSpan{2, 8});
}

TEST_CASE("a decoder on a decoded text points to the source") {
  SourceMap outer;  // Text of 20 bytes: 8 at 50, then an escape, then base64 at 70.
  outer.append_verbatim({50, 58});
  outer.append_replaced(1, {58, 61});
  outer.append_base64(12, {70, 86});
  SourceMap inner;
  inner.append_verbatim({0, 2});
  inner.append_base64(3, {2, 6});
  inner.append_replaced(2, {7, 9});
  inner.append_base64(6, {9, 17});
  SourceMap map;
  map.append_composed(inner, outer);
  REQUIRE(map.text_size() == inner.text_size());
  CHECK(map.to_source({0, 2}) == SourceSpan{50, 52});
  CHECK(map.to_source({2, 3}) == SourceSpan{52, 54});
  CHECK(map.to_source({4, 5}) == SourceSpan{54, 56});
  CHECK(map.to_source({5, 6}) == SourceSpan{57, 61});
  CHECK(map.to_source({7, 8}) == SourceSpan{70, 73});    // Its characters are bytes 0 and 1.
  CHECK(map.to_source({8, 9}) == SourceSpan{71, 74});    // 1 and 2
  CHECK(map.to_source({10, 11}) == SourceSpan{75, 78});  // 4 and 5
}

TEST_CASE("the file name tells a message from a text") {
  CHECK(format_of("a/b.eml") == SourceFormat::message);
  CHECK(format_of("B.EML") == SourceFormat::message);
  CHECK(format_of("draft.mail") == SourceFormat::message);
  CHECK(format_of("draft.txt") == SourceFormat::automatic);
  CHECK(format_of("-") == SourceFormat::automatic);
  CHECK(format_of(".eml") == SourceFormat::automatic);
}

TEST_CASE("text that stands nowhere does not widen a range") {
  SourceMap map;
  map.append_verbatim({0, 4});
  map.append_replaced(2, {4, 4});  // The mark of a list item.
  map.append_verbatim({10, 14});
  map.append_replaced(1, {20, 20});
  CHECK(map.to_source({4, 10}) == SourceSpan{10, 14});
  CHECK(map.to_source({4, 11}) == SourceSpan{10, 14});
  CHECK(map.to_source({4, 6}) == SourceSpan{4, 4});
}

TEST_CASE("the runs of a span are those that do not touch") {
  SourceMap map;
  map.append_verbatim({0, 4});
  map.append_replaced(1, {4, 7});
  map.append_verbatim({9, 12});
  CHECK(map.runs({0, 8}) == std::vector<SourceSpan>{{0, 7}, {9, 12}});
  CHECK(map.runs({5, 7}) == std::vector<SourceSpan>{{9, 11}});
}

TEST_CASE("a span may cut a replaced piece") {
  SourceMap map;
  map.append_verbatim({0, 2});
  map.append_replaced(3, {2, 4});
  map.append_verbatim({4, 6});
  CHECK_FALSE(map.cuts_piece({0, 2}));
  CHECK_FALSE(map.cuts_piece({2, 5}));
  CHECK(map.cuts_piece({2, 4}));
  CHECK(map.cuts_piece({3, 6}));
  CHECK_FALSE(map.cuts_piece({1, 7}));
}
