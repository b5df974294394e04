#include "base/regex.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

/// `text` with its matches in `{|…|}`, or the error.
std::string marked_for(RegexUse use, std::string_view pattern, std::string_view text) {
  const Result<Regex> regex = Regex::compile(pattern, use);
  if (!regex)
    return regex.error().message;
  std::string out;
  std::size_t done = 0;
  for (const Range range : regex->find_all(text)) {
    out.append(text.substr(done, range.begin - done)).append("{|");
    out.append(text.substr(range.begin, range.end - range.begin)).append("|}");
    done = range.end;
  }
  return out.append(text.substr(done));
}

/// Machine code must find what the interpreter finds.
std::string marked(std::string_view pattern, std::string_view text) {
  const std::string out = marked_for(RegexUse::short_texts, pattern, text);
  CHECK(marked_for(RegexUse::long_texts, pattern, text) == out);
  return out;
}

}  // namespace

TEST_CASE("all matches are found from left to right, without case") {
  CHECK(marked(R"(\bmy new (role|job)\b)", "My new role is not my new roles but my new job") ==
        "{|My new role|} is not my new roles but {|my new job|}");
  CHECK(marked("(?-i)Dear", "dear Dear") == "dear {|Dear|}");
  CHECK(marked("ÉTÉ", "un été") == "un {|été|}");
  CHECK(marked(R"(\w+)", "Zoë, hi") == "{|Zoë|}, {|hi|}");
}

TEST_CASE("a group named match narrows the match") {
  CHECK(marked(R"(dear (?<match>\w+),)", "Dear Dana, dear Lee,") == "Dear {|Dana|}, dear {|Lee|},");
  CHECK(marked(R"(a(?<match>b)?|c)", "ab a c") == "a{|b|} a c");
}

TEST_CASE("empty matches are left out and every search ends") {
  CHECK(marked("x*", "axxb") == "a{|xx|}b");
  CHECK(marked("^|$", "ab") == "ab");
  CHECK(marked(R"(a\K)", "aaa") == "aaa");
  CHECK(marked("(?=a)", "é a") == "é a");
  CHECK(marked("a", "") == "");
}

TEST_CASE("a bad pattern says where") {
  const Result<Regex> regex = Regex::compile("é(a");
  REQUIRE(!regex);
  CHECK(regex.error().message == "missing closing parenthesis");
  CHECK(regex.error().column == 4);
  CHECK(marked("", "a") == "empty pattern");
  CHECK(marked(std::string(5000, 'a'), "a") == "pattern of more than 4096 bytes");
  CHECK(!Regex::compile("\\C"));
  CHECK(!Regex::compile("\xFF"));
}

TEST_CASE("an explosive pattern gives up instead of running on") {
  CHECK(marked("(a+)+$", std::string(40, 'a') + "b") == std::string(40, 'a') + "b");
}

TEST_CASE("text that is not UTF-8 has no matches") {
  const Result<Regex> regex = Regex::compile("a");
  REQUIRE(regex);
  CHECK(regex->find_all("a\xFF").empty());
}

TEST_CASE("a pattern knows whether it can match nothing") {
  CHECK(Regex::compile("a*")->matches_empty());
  CHECK(Regex::compile("a|")->matches_empty());
  CHECK(!Regex::compile("a+")->matches_empty());
}

TEST_CASE("machine code whose stack runs out leaves the answer to the interpreter") {
  // Each “a” needs a place to come back to.
  const std::string text = std::string(3000, 'a') + "b";
  const std::string_view pattern = "(?:(a)|(c))*b";
  CHECK(marked(pattern, text) == marked_for(RegexUse::short_texts, pattern, text));
  CHECK(marked_for(RegexUse::long_texts, pattern, text) == "{|" + text + "|}");
}
