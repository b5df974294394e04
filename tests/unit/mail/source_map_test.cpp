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

TEST_CASE("the file name tells a message from a text") {
  CHECK(format_of("a/b.eml") == SourceFormat::message);
  CHECK(format_of("B.EML") == SourceFormat::message);
  CHECK(format_of("draft.mail") == SourceFormat::message);
  CHECK(format_of("draft.txt") == SourceFormat::automatic);
  CHECK(format_of("-") == SourceFormat::automatic);
  CHECK(format_of(".eml") == SourceFormat::automatic);
}
