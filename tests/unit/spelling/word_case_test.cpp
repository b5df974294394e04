#include "spelling/word_case.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("the case of a word is told by its letters") {
  CHECK(case_of("word") == Case::lower);
  CHECK(case_of("Word") == Case::capitalized);
  CHECK(case_of("'Word") == Case::capitalized);
  CHECK(case_of("WORD") == Case::upper);
  CHECK(case_of("iOS") == Case::mixed);
  CHECK(case_of("") == Case::lower);
  CHECK(case_of("Ünder") == Case::capitalized);
}

TEST_CASE("a proposal takes the case that was written") {
  CHECK(in_case(Case::capitalized, "receive") == "Receive");
  CHECK(in_case(Case::upper, "receive") == "RECEIVE");
  CHECK(in_case(Case::lower, "Monday") == "Monday");
  CHECK(in_case(Case::mixed, "iOS") == "iOS");
}

TEST_CASE("a possessive has something before its ending") {
  CHECK(is_possessive("Dana's"));
  CHECK(is_possessive("DANA'S"));
  CHECK_FALSE(is_possessive("a's"));
  CHECK_FALSE(is_possessive("'s"));
  CHECK_FALSE(is_possessive("danas"));
}
