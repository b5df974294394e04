#include "checks/quotation.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

/// Whether the X of `text` lies within a quotation.
bool quoted(const std::string& text) {
  const std::size_t at = text.find('X');
  return is_within_quotation(text, {at, at + 1});
}

TEST_CASE("words between marks are quoted") {
  CHECK(quoted("He wrote “X” to me."));
  CHECK(quoted("He wrote “so X it is” to me."));
  CHECK(quoted("He wrote \"so X it is\" to me."));
  CHECK(quoted("Sie rief „X“ und ging."));
  CHECK(quoted("(\"X\")"));
}

TEST_CASE("words outside, or beside a mark that has no other, are not") {
  CHECK_FALSE(quoted("X"));
  CHECK_FALSE(quoted("“a” X “b”"));
  CHECK_FALSE(quoted("\"a\" X \"b\""));
  CHECK_FALSE(quoted("“a X"));
  CHECK_FALSE(quoted("X b”"));
  CHECK_FALSE(quoted("A 5\" pipe X and a 6\" pipe"));
}

TEST_CASE("a quotation does not reach into another paragraph, nor further than its limit") {
  CHECK_FALSE(quoted("“a\n\nX b”"));
  CHECK(quoted("“a\nX b”"));
  CHECK(quoted("“" + std::string(quotation_limit - 3, 'a') + "X”"));
  CHECK_FALSE(quoted("“" + std::string(quotation_limit, 'a') + "X”"));
}

}  // namespace
}  // namespace mailcheck
