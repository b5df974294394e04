#include "base/glob.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("a pattern without a slash is compared with the name") {
  CHECK(matches_glob("*.eml", "draft.eml"));
  CHECK(matches_glob("*.eml", "letters/may/draft.eml"));
  CHECK(matches_glob("dr?ft.eml",
                     "letters/dr\xC3\xA4"
                     "ft.eml"));
  CHECK_FALSE(matches_glob("*.eml", "draft.eml.txt"));
  CHECK_FALSE(matches_glob("draft.eml", "xdraft.eml"));
}

TEST_CASE("a star stays in its folder, two stars do not") {
  CHECK(matches_glob("letters/*.txt", "letters/a.txt"));
  CHECK_FALSE(matches_glob("letters/*.txt", "letters/may/a.txt"));
  CHECK_FALSE(matches_glob("letters/*.txt", "old/letters/a.txt"));
  CHECK(matches_glob("letters/**/*.txt", "letters/a.txt"));
  CHECK(matches_glob("letters/**/*.txt", "letters/may/first/a.txt"));
  CHECK(matches_glob("**/a.txt", "a.txt"));
  CHECK(matches_glob("**/a.txt", "x/y/a.txt"));
  CHECK_FALSE(matches_glob("**/a.txt", "x/ya.txt"));
  CHECK(matches_glob("letters/**", "letters/may/a.txt"));
  CHECK(matches_glob("./a.txt", "a.txt"));
  CHECK_FALSE(matches_glob("./a.txt", "letters/a.txt"));
}

TEST_CASE("a pattern that ends with a slash means what is below") {
  CHECK(matches_glob("letters/", "letters/may/a.txt"));
  CHECK_FALSE(matches_glob("letters/", "letters"));
  CHECK_FALSE(matches_glob("letters/", "letters/"));
  CHECK_FALSE(matches_glob("letters/", "my-letters/a.txt"));
}

TEST_CASE("brackets and bytes that are not UTF-8 stand for themselves") {
  CHECK(matches_glob("[a].txt", "[a].txt"));
  CHECK_FALSE(matches_glob("[a].txt", "a.txt"));
  CHECK(matches_glob("\xFF.txt", "\xFF.txt"));
  CHECK_FALSE(matches_glob("\xFF.txt", "\xFE.txt"));
}

TEST_CASE("a pattern of many stars takes no longer than its length") {
  std::string pattern;
  for (int i = 0; i < 200; ++i)
    pattern += "*a";
  CHECK_FALSE(matches_glob(pattern, std::string(4000, 'a') + "b"));
}

TEST_CASE("a literal pattern has no wildcards") {
  CHECK(is_literal_glob("letters/a.txt"));
  CHECK_FALSE(is_literal_glob("letters/*.txt"));
  CHECK_FALSE(is_literal_glob("letters/"));
}

}  // namespace
}  // namespace mailcheck
