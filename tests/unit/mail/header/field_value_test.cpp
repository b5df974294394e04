#include "mail/header/field_value.hpp"

#include <iterator>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "tests/unit/mail/map_checks.hpp"

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
      {"=?koi8-r?q?=C4=C1?=", "да"},
      {"=?ISO-2022-JP?B?GyRCJCIbKEI=?=", "あ"},
      {"=?gb2312?B?xOM=?= =?gb2312?B?ug==?= =?gb2312?B?ww==?=", "你好"},
      {"=?iso-2022-jp?B?GyRCJCIbKEI=?= =?iso-2022-jp?B?GyRCJCQbKEI=?=", "あい"},
      {"=?utf-8?q?a?==?utf-8?q?b?=", "ab"},
      {"=?utf-8?q?a?==?iso-8859-1?q?=E9?=", "aé"},
      {"=?utf-8?q?a?= \t =?koi8-r?q?=C4?=", "aд"},
      {"x=?utf-8?q?a?=y", "xay"},
      {"\"=?utf-8?q?Caf=C3=A9?=\" <a@b>", "\"Café\" <a@b>"},
      {"=?utf-8?Q?two words?=", "two words"},
      {"=?utf-8?Q?Really?"
       "?=",
       "Really?"},
      {"=?utf-8?Q?Why? Because.?=", "Why? Because."},
      {"=?utf-8?Q?"
       "?=",
       ""},
      {"=?utf-8?B?"
       "?=",
       ""},
      {"=?utf-8?Q?=E9?=", "\uFFFD"},
      {"=?us-ascii?Q?=E9?=", "é"},
      {"=?unknown-8bit?Q?Caf=E9?=", "Café"},
      {"=?utf-8?B?YQ==YQ==?=", "aa"},
      {"=?utf-8?B?Y Q==?=", "a"},
      {"=?utf-8?B?Y*Q==?=", "=?utf-8?B?Y*Q==?="},
      {"=?x-foo?q?Caf=C3=A9?=", "Café"},
      {"=?x-foo?q?Caf=E9?=", "Café"},
      {"=?x-foo?q?=C3?= =?x-foo?q?a?=", "Ãa"},
      {"=? ?q?abc?=", "=? ?q?abc?="},
      {"=??q?abc?=", "=??q?abc?="},
      {"=?utf-8?q?a =?utf-8?q?b?=", "=?utf-8?q?a b"},
      {"=?utf-8?q?a=?=", "a="},
      {"=?utf-16?b?/v8AYQ==?=", "a"},
      {"=?iso-2022-jp?Q?a=0A=1B$B$=22=1B(B?=", "a あ"},
      {"Caf\xC3\xA9 =?utf-8?q?b?=", "Café b"},
      {"Caf\xE9 =?utf-8?q?=C3=A9?= \x93x", "Café é “x"},
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

TEST_CASE("each byte of an encoded word maps to what it is written as") {
  struct Row {
    std::string_view value;
    std::string_view decoded;  // A character of the text …
    std::string_view source;   // … and what it was decoded from.
  };
  const Row rows[] = {
      {"Re: =?utf-8?q?d=C3=A9j=C3=A0_vu?=", "é", "=C3=A9"},
      {"Re: =?utf-8?q?d=C3=A9j=C3=A0_vu?=", "j", "j"},
      {"Re: =?utf-8?q?d=C3=A9j=C3=A0_vu?=", " v", "_v"},
      {"Re: =?utf-8?q?d=C3=A9j=C3=A0_vu?=", "déjà vu", "d=C3=A9j=C3=A0_vu"},
      {"=?utf-8?q?=C3?=  =?utf-8?q?=A9?=", "é", "=C3?=  =?utf-8?q?=A9"},
      {"=?utf-8?b?w6lhYmM=?=", "é", "w6l"},
      {"=?utf-8?b?w6lhYmM=?=", "a", "lh"},
      {"=?utf-8?b?w6lhYmM=?=", "bc", "YmM"},
      {"=?iso-8859-2?q?=E8z?= end", "č", "=E8"},
      {"=?iso-8859-2?q?=E8z?= end", "z e", "z?= e"},
      {"=?iso-2022-jp?b?GyRCJCIkJBsoQg==?=", "あ", "JCI"},
      {"=?iso-2022-jp?b?GyRCJCIkJBsoQg==?=", "い", "IkJB"},
      {"=?utf-8?q?one\n two?=", "e t", "e\n t"},
      {"=?utf-8?b?YWJ\r\n jZGVm?=", "c", "J\r\n j"},
      {"=?utf-8?b?YWJ\r\n jZGVm?=", "d", "ZG"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    const std::string bytes = "Subject: " + std::string(row.value);
    const DecodedText raw = unfold(bytes, {9, bytes.size()});
    std::vector<Note> notes;
    const DecodedText value = decode_words(raw, notes);
    CHECK(notes.empty());
    check_map(value, bytes.size());
    const std::size_t at = value.text.find(row.decoded);
    REQUIRE(at != std::string::npos);
    const SourceSpan source = value.map.to_source({at, at + row.decoded.size()});
    CHECK(slice(std::string_view(bytes), source) == row.source);
  }
}

TEST_CASE("what is strange about encoded words is noted at its place") {
  struct Row {
    std::string_view value;
    NoteKind kind;
    SourceSpan span;
  };
  const Row rows[] = {
      {"a =?x-foo?q?b?= =?x-bar?q?b?=", NoteKind::broken_encoding, {2, 15}},
      {"a =?utf-8?q?b=E9?=", NoteKind::invalid_utf8, {13, 16}},
      {"a =?us-ascii?q?b=E9?=", NoteKind::invalid_utf8, {16, 19}},
      {"Caf\xE9 a", NoteKind::invalid_utf8, {3, 4}},
      {"=?utf-8?q?=01?=", NoteKind::control_character, {10, 13}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    std::vector<Note> notes;
    static_cast<void>(decode_words(unfold(row.value, {0, row.value.size()}), notes));
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].kind == row.kind);
    CHECK(notes[0].span == row.span);
  }
}

TEST_CASE("nothing in an encoded word counts as verbatim") {
  constexpr std::string_view bytes = "a =?utf-8?q?plain?= b";
  std::vector<Note> notes;
  const DecodedText value = decode_words(unfold(bytes, {0, bytes.size()}), notes);
  REQUIRE(value.text == "a plain b");
  CHECK(value.map.is_verbatim({0, 2}));
  CHECK_FALSE(value.map.is_verbatim({2, 7}));
  CHECK(value.map.is_verbatim({7, 9}));
}

TEST_CASE("any value gives one line of valid text with a map in order") {
  const std::string_view parts[] = {"=?utf-8?q?", "=?iso-2022-jp?b?",
                                    "=?x-foo?q?", "?=",
                                    "=?",         "?",
                                    "=C3",        "=A9",
                                    "GyRC",       "JCI=",
                                    " ",          "\n ",
                                    "\r\n\t",     "a",
                                    "\xE9",       "é",
                                    "=0A",        "_",
                                    "=",          "=?big5?B?p0E=?=",
                                    "\"",         "=?utf-16?q?a=00?="};
  std::mt19937 random(17);
  for (int round = 0; round < 6000; ++round) {
    std::string bytes;
    for (auto count = random() % 20; count > 0; --count)
      bytes += parts[random() % std::size(parts)];
    CAPTURE(bytes);
    std::vector<Note> notes;
    const DecodedText value = decode_words(unfold(bytes, {0, bytes.size()}), notes);
    REQUIRE(find_invalid_utf8(value.text) == value.text.size());
    REQUIRE(value.text.find_first_of("\r\n") == std::string::npos);
    check_map(value, bytes.size());
  }
}
