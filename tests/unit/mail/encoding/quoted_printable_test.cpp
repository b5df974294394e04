#include "mail/encoding/quoted_printable.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("quoted-printable is decoded, and what is not well-formed stays") {
  struct Row {
    std::string_view encoded, decoded;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"caf=C3=A9", "caf\xC3\xA9"},
      {"caf=c3=a9", "caf\xC3\xA9"},
      {"a=\nb", "ab"},
      {"a=\r\nb", "ab"},
      {"a= \t\r\nb", "ab"},
      {"a=", "a"},
      {"a=4", "a=4"},
      {"a=ZZb", "a=ZZb"},
      {"1 =3D 1", "1 = 1"},
      {"=", ""},
      {"==41", "=A"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoded);
    CHECK(decode_quoted_printable(row.encoded, {0, row.encoded.size()}).text == row.decoded);
  }
}

TEST_CASE("decoded quoted-printable knows where each byte stood") {
  const std::string_view bytes = "xx=C3=A9 soft=\r\nly";
  const DecodedText decoded = decode_quoted_printable(bytes, {2, bytes.size()});
  REQUIRE(decoded.text == "\xC3\xA9 softly");
  CHECK(decoded.map.to_source({0, 2}) == SourceSpan{2, 8});
  CHECK(decoded.map.to_source({3, 9}) == SourceSpan{9, 18});
  CHECK(decoded.map.is_verbatim({3, 7}));
  CHECK_FALSE(decoded.map.is_verbatim({3, 9}));
}

TEST_CASE("Q of encoded words is decoded, each byte with its place") {
  struct Row {
    std::string_view encoded, decoded;
  };
  const Row rows[] = {
      {"", ""},     {"a_b=3F", "a b?"}, {"a b", "a b"},     {"=C3=a9", "\xC3\xA9"}, {"=", "="},
      {"=4", "=4"}, {"=\nb", "=\nb"},   {"100=_", "100= "}, {"what?", "what?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.encoded);
    CHECK(decode_q(row.encoded, {0, row.encoded.size()}).text == row.decoded);
  }
  const DecodedText decoded = decode_q("xxa_=C3=A9bxx", {2, 11});
  REQUIRE(decoded.text ==
          "a \xC3\xA9"
          "b");
  const SourceSpan places[] = {{2, 3}, {3, 4}, {4, 7}, {7, 10}, {10, 11}};
  for (std::size_t i = 0; i < std::size(places); ++i) {
    CHECK(decoded.map.to_source({i, i + 1}) == places[i]);
    CHECK_FALSE(decoded.map.is_verbatim({i, i + 1}));
  }
}
