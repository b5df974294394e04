#include "report/error_text.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("an error with a place shows its line and underlines") {
  const Error error{.message = "there is no rule “x”",
                    .file = "mailcheck.toml",
                    .line = 7,
                    .column = 3,
                    .length = 4,
                    .source_line = "é salt = 1"};
  CHECK(error_text(error, Color::never) ==
        "mailcheck.toml:7:3: error: there is no rule “x”\n"
        "  7 │ é salt = 1\n"
        "    │   ^^^^\n");
}

TEST_CASE("an error without a place names the program and the file") {
  CHECK(error_text({.message = "no such file", .file = "x.txt"}, Color::never) ==
        "mailcheck: x.txt: no such file\n");
  CHECK(error_text({.message = "there is no option “-z”"}, Color::never) ==
        "mailcheck: there is no option “-z”\n");
}

TEST_CASE("an error beyond its line still has a caret") {
  const Error error{
      .message = "m", .file = "f", .line = 1, .column = 9, .length = 5, .source_line = "abc"};
  CHECK(error_text(error, Color::never) == "f:1:9: error: m\n  1 │ abc\n    │    ^\n");
}

TEST_CASE("an error shows hostile text safely") {
  const Error error{.message = "a\nb\x1b",
                    .file = "f\n",
                    .line = 1,
                    .column = 2,
                    .length = 1,
                    .source_line = "x\x1b[31m"};
  CHECK(error_text(error, Color::never) ==
        "f<U+000A>:1:2: error: a b<U+001B>\n"
        "  1 │ x<U+001B>[31m\n"
        "    │  ^^^^^^^^\n");
}

}  // namespace
}  // namespace mailcheck
