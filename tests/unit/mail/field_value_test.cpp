#include "mail/field_value.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("a fold is one space and maps to the whole fold") {
  for (const std::string_view bytes :
       {std::string_view("one\n two"), std::string_view("one\r\n\ttwo")}) {
    CAPTURE(bytes);
    const DecodedText value = unfold(bytes, {0, bytes.size()});
    CHECK(value.text == "one two");
    CHECK(value.map.to_source({3, 4}) == SourceSpan{3, bytes.size() - 3});
    CHECK(value.map.to_source({4, 7}) == SourceSpan{bytes.size() - 3, bytes.size()});
  }
}

TEST_CASE("encoded words are decoded, others stay as they are") {
  struct Row {
    std::string_view value, decoded;
  };
  const Row rows[] = {
      {"=?UTF-8?Q?Caf=C3=A9_talk?=", "Café talk"},
      {"=?utf-8?B?Q2Fmw6k=?= today", "Café today"},
      {"=?iso-8859-1?q?Caf=E9?=", "Café"},
      {"=?windows-1252?q?=93hi=94?=", "“hi”"},
      {"=?us-ascii*en?q?Hi?=", "Hi"},
      {"a =?utf-8?q?b?= c", "a b c"},
      {"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"},
      {"=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"},
      {"=?utf-8?q?a?= x =?utf-8?q?b?=", "a x b"},
      {"=?koi8-r?q?abc?=", "=?koi8-r?q?abc?="},
      {"=?utf-8?x?abc?=", "=?utf-8?x?abc?="},
      {"=?utf-8?q?abc", "=?utf-8?q?abc"},
      {"=?=?=?=?", "=?=?=?=?"},
      {"=?utf-8?q?two=0Alines?=", "two lines"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(decode_words(row.value) == row.decoded);
  }
}

TEST_CASE("an encoded word maps to all of its source") {
  constexpr std::string_view bytes = "Re: =?utf-8?q?d=C3=A9j=C3=A0?= vu";
  const DecodedText raw = unfold(bytes, {0, bytes.size()});
  std::vector<Note> notes;
  const DecodedText value = decode_words(raw, notes);
  REQUIRE(value.text == "Re: déjà vu");
  CHECK(value.map.to_source({4, 10}) == SourceSpan{4, bytes.size() - 3});
  CHECK(value.map.to_source({11, 13}) == SourceSpan{bytes.size() - 2, bytes.size()});
}
