#include "spelling/word_list.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;
using Words = std::vector<std::string>;

TEST_CASE("a list holds one word a line, and comments") {
  CHECK(parse_word_list("# names\nDana\n  Zoë  # a friend\n\nC#\n") == Words{"Dana", "Zoë", "C#"});
  CHECK(parse_word_list("one\r\ntwo\rthree") == Words{"one", "two", "three"});
  CHECK(parse_word_list("\xEF\xBB\xBFone") == Words{"one"});
  CHECK(parse_word_list("").empty());
  CHECK(parse_word_list("#").empty());
}
