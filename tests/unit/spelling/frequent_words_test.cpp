#include "spelling/frequent_words.hpp"

#include <algorithm>
#include <functional>

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("the frequent words are sorted, each once") {
  const auto words = frequent_words();
  CHECK(words.size() > 1000);
  CHECK(std::adjacent_find(words.begin(), words.end(), std::greater_equal<>()) == words.end());
}

TEST_CASE("a frequent word is known with its regular endings") {
  CHECK(is_frequent_word("meeting"));
  CHECK(is_frequent_word("meetings"));
  CHECK(is_frequent_word("recently"));
  CHECK(!is_frequent_word("ares"));
  CHECK(!is_frequent_word("gneiss"));
}
