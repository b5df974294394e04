#include "report/escape.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

using namespace std::string_literals;

TEST_CASE("plain text goes to a terminal as it is") {
  CHECK(terminal_safe("Dear Ms. Okafor, grüße “x” 日本 👍") == "Dear Ms. Okafor, grüße “x” 日本 👍");
}

TEST_CASE("what could harm a terminal is written out") {
  CHECK(terminal_safe("\x1b[31mred") == "<U+001B>[31mred");
  CHECK(terminal_safe("a\0b"s) == "a<U+0000>b");
  CHECK(terminal_safe("a\r\nb\tc") == "a<U+000D><U+000A>b<U+0009>c");
  CHECK(terminal_safe("\x7F") == "<U+007F>");
  CHECK(terminal_safe("\u009B31m") == "<U+009B>31m");
  CHECK(terminal_safe("a\u202Eb\u2066c\u200Bd\u200Ee\uFEFFf") ==
        "a<U+202E>b<U+2066>c<U+200B>d<U+200E>e<U+FEFF>f");
  CHECK(terminal_safe("a\u2028b\u2029c") == "a<U+2028>b<U+2029>c");
}

TEST_CASE("bytes that are not UTF-8 are written out") {
  CHECK(terminal_safe("caf\xE9!") == "caf<0xE9>!");
  CHECK(terminal_safe("\xF0\x9F\x98") == "<0xF0><0x9F><0x98>");
  CHECK(terminal_safe("\x9B") == "<0x9B>");
}

TEST_CASE("what a build server would obey is written out") {
  CHECK(terminal_safe("a ##[error]b") == "a <U+0023>#[error]b");
  CHECK(terminal_safe("##vso[task] ##teamcity[x]") == "<U+0023>#vso[task] <U+0023>#teamcity[x]");
  CHECK(terminal_safe("::error::x ::debug") == "<U+003A>:error::x <U+003A>:debug");
  CHECK(terminal_safe_line("a\n ::error::x") == "a <U+003A>:error::x");
  CHECK(terminal_safe("## A :: B, std::string, ::1, # [x]") ==
        "## A :: B, std::string, ::1, # [x]");
  CHECK(json_string("a ##[error]b") == R"("a \u0023#[error]b")");
}

TEST_CASE("running text becomes one line") {
  CHECK(terminal_safe_line("a \r\n\tb\x1b") == "a b<U+001B>");
}

TEST_CASE("a JSON string holds any bytes") {
  CHECK(json_string("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(json_string("a\nb\tc\rd") == R"("a\nb\tc\u000dd")");
  CHECK(json_string("\0\x1b\x7F"s) == R"("\u0000\u001b\u007f")");
  CHECK(json_string("\u202E\u2028") == R"("\u202e\u2028")");
  CHECK(json_string("\U000E0001") == R"("\udb40\udc01")");
  CHECK(json_string("caf\xE9!") == "\"caf\uFFFD!\"");
  CHECK(json_string("é👍") == "\"é👍\"");
}

}  // namespace
}  // namespace mailcheck
