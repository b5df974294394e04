#include "mail/mbox/from_quoting.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("a quoted From line loses one mark") {
  struct Row {
    std::string_view raw, text;
  };
  const Row rows[] = {
      {">From here\n", "From here\n"},
      {"a\n>From b\n>>From c\r\n>>>From d\r>From e", "a\nFrom b\n>From c\r\n>>From d\rFrom e"},
      {">From >From >From ", "From >From >From "},
      {"a >From b\n", "a >From b\n"},
      {"> From b\n>from c\n>From\n>From: d\n", "> From b\n>from c\n>From\n>From: d\n"},
      {">a>From b", ">a>From b"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.raw);
    CHECK(unquote_from_lines(row.raw, {0, row.raw.size()}).text == row.text);
  }
}

TEST_CASE("what is left keeps its place in the source") {
  const std::string bytes = "Subject: x\n\na\n>From b\n>>From c";
  const DecodedText out = unquote_from_lines(bytes, {12, bytes.size()});
  REQUIRE(out.text == "a\nFrom b\n>From c");
  CHECK(out.map.text_size() == out.text.size());
  for (const std::string_view word : {"a", "From b", ">From c", "c"}) {
    const std::size_t begin = out.text.find(word);
    const SourceSpan source = out.map.to_source({begin, begin + word.size()});
    CAPTURE(word);
    CHECK(slice(std::string_view(bytes), source) == word);
    CHECK(out.map.is_verbatim({begin, begin + word.size()}));
  }
  // A range across the mark that was taken off covers it and cannot be edited as one.
  CHECK(slice(std::string_view(bytes), out.map.to_source({0, 6})) == "a\n>From");
  CHECK_FALSE(out.map.is_verbatim({0, 6}));
}

TEST_CASE("text that another decoder made keeps that decoder's places") {
  DecodedText raw;
  raw.append_replaced(">", {0, 3});
  raw.append_verbatim("=3EFrom me", {3, 10});
  const DecodedText out = unquote_from_lines(raw);
  CHECK(out.text == "From me");
  CHECK(out.map.to_source({0, 4}) == SourceSpan{3, 7});
}

}  // namespace
}  // namespace mailcheck
