#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;
using namespace std::string_literals;

namespace {

/// Every code point in hexadecimal, a bad subpart as `!` and its length.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    out += out.empty() ? "" : " ";
    out += point.valid ? std::to_string(static_cast<unsigned>(point.value))
                       : "!" + std::to_string(point.length);
    at += point.length;
  }
  return out;
}

}  // namespace

TEST_CASE("code points of one to four bytes are decoded") {
  CHECK(decoded("a") == "97");
  CHECK(decoded("é") == "233");
  CHECK(decoded("’") == "8217");
  CHECK(decoded("😀") == "128512");
  CHECK(decoded("\0"s) == "0");
  CHECK(decoded("\xF4\x8F\xBF\xBF") == "1114111");
}

TEST_CASE("a bad subpart is as long as Unicode says") {
  // Unicode 15, table 3-8.
  CHECK(decoded("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") == "!1 !1 !1 !1 !1 !1 !1 !1 65");
  CHECK(decoded("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") == "!1 !1 !1 !1 !1 !1 !1 !1 65");
  CHECK(decoded("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") == "!1 !1 !1 !1 !1 65 !1 !1 66");
  CHECK(decoded("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == "!2 !1 !3 !2 65");
  CHECK(decoded("a\xE2\x80") == "97 !2");
}

TEST_CASE("what is appended is what is decoded, and surrogates are replaced") {
  for (const char32_t value : {0U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
    std::string text;
    append_utf8(text, value);
    CHECK(decode_utf8(text, 0).value == value);
    CHECK(decode_utf8(text, 0).length == text.size());
  }
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("the first bad byte is found") {
  CHECK(find_invalid_utf8("") == 0);
  CHECK(find_invalid_utf8("Zoë") == 4);
  CHECK(find_invalid_utf8("Zo\xEB and") == 2);
}

TEST_CASE("the first bad byte is found wherever it stands among ASCII") {
  for (std::size_t size = 1; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      CAPTURE(size);
      CAPTURE(at);
      std::string text(size, 'a');
      CHECK(find_invalid_utf8(text) == size);
      text[at] = '\xFF';
      CHECK(find_invalid_utf8(text) == at);
      text.replace(at, 1, "ë");
      CHECK(find_invalid_utf8(text) == text.size());
    }
  }
}

TEST_CASE("code points are counted and never cut") {
  CHECK(count_code_points("Zoë’s") == 5);
  CHECK(count_code_points("\xE2\x80x") == 2);
  CHECK(utf8_prefix("Zoë’s", 3) == "Zoë");
  CHECK(utf8_prefix("Zoë", 9) == "Zoë");
  CHECK(utf8_prefix("Zoë", 0).empty());
}
