#include "report/paint.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("paint adds a colour and takes it away again") {
  CHECK(paint(Ink::error, "x", Color::always) == "\x1b[1;31mx\x1b[0m");
  CHECK(paint(Ink::error, "x", Color::never) == "x");
  CHECK(paint(Ink::plain, "x", Color::always) == "x");
}

TEST_CASE("text is wrapped at spaces") {
  CHECK(wrap("one two three", 10, 2) == "  one two\n  three\n");
  CHECK(wrap("one two three", 100, 0) == "one two three\n");
  CHECK(wrap("a verylongwordindeed b", 8, 2) == "  a\n  verylongwordindeed\n  b\n");
  CHECK(wrap("", 10, 2) == "  \n");
  CHECK(wrap("日本 日本 日本", 9, 0) == "日本 日本\n日本\n");
}

TEST_CASE("the first line may begin otherwise") {
  CHECK(wrap("one two three", 10, 4, "  - ") == "  - one\n    two\n    three\n");
}

TEST_CASE("one thing has no plural") {
  CHECK(count_of(0, "error") == "0 errors");
  CHECK(count_of(1, "error") == "1 error");
  CHECK(count_of(2, "error") == "2 errors");
}

}  // namespace
}  // namespace mailcheck
