#include "base/pattern_needs.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

/// The needs of a pattern, “|” between them and “^” for the edge of a word.
std::string needs_of(std::string_view pattern) {
  std::string texts = pattern_needs(pattern).texts;
  if (!texts.empty())
    texts.pop_back();
  std::replace(texts.begin(), texts.end(), '\n', '|');
  std::replace(texts.begin(), texts.end(), word_edge, '^');
  return texts;
}

}  // namespace

TEST_CASE("a pattern needs the text that every match holds") {
  CHECK(needs_of("Thank you") == "thank you");
  CHECK(needs_of(R"(\bmy new (role|job)\b)") == "^my new job^|^my new role^");
  CHECK(needs_of("(a|b)? to hear from you!") ==
        " to hear from you!|a to hear from you!|b to hear from you!");
  CHECK(needs_of("ab+c") == "bc");
  CHECK(needs_of("xy{2,3}zz") == "yy");
  CHECK(needs_of("x{3}-") == "xxx-");
  CHECK(needs_of(R"(\S+@\S+)") == "@");
  CHECK(needs_of(R"(\d+ days)") ==
        "0 days|1 days|2 days|3 days|4 days|5 days|6 days|7 days|"
        "8 days|9 days");
}

TEST_CASE("one of several texts is enough") {
  CHECK(needs_of("abc|def") == "abc|def");
  CHECK(needs_of("colou?r") == "color|colour");
  CHECK(needs_of("<[^>]*date[^>]*>") == "<");
}

TEST_CASE("what looks around says what stands beside a match") {
  CHECK(needs_of(R"((?<![\w.])b/c(?!\w))") == "^b/c^");
  CHECK(needs_of(R"((?<=, )kind(?= regards))") == ", kind regards");
  CHECK(needs_of("is(?! not)quite") == "isquite");
}

TEST_CASE("case matters where the pattern says so from its beginning") {
  CHECK(needs_of("(?-i)NaN") == "NaN");
  CHECK(pattern_needs("(?-i)NaN").case_matters);
  CHECK(needs_of("(?-i:NaN)") == "nan");
}

TEST_CASE("a pattern that is not understood, or that matches anything, needs nothing") {
  for (const std::string_view pattern :
       {"a*", "(abc)?", "(?x) a b", "(*ACCEPT)abc", R"(\Qa|b\E)", R"(\x61bc)", "(?#(|)abc",
        R"((a)\1)", "(?|(a)|(b))", "abc|", "(abc", "abc)", "[abc", "é", "[[:alpha:]]x?",
        R"(\N{U+41})", "(?(1)a|b)", "(?>)"})
    CHECK_MESSAGE(needs_of(pattern).empty(), pattern);
}

TEST_CASE("letters beyond ASCII are left open, since their case is not known here") {
  CHECK(needs_of("résumé") == "sum");
  CHECK(needs_of("don[’']t") == "don't|don’t");
}

TEST_CASE("a pattern of many groups or alternatives ends in time") {
  std::string pattern;
  for (int i = 0; i < 800; ++i)
    pattern += "(ab|cd)";
  CHECK(!needs_of(pattern).empty());
  CHECK(needs_of(std::string(2000, '(') + "a" + std::string(2000, ')')).empty());
}
