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
  SearchBudget budget;
  for (const Range range : regex->find_all(text, budget)) {
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
  SearchBudget budget;
  static_cast<void>(Regex::compile("(a+)+$")->find_all(std::string(40, 'a') + "b", budget));
  CHECK(budget.gave_up());
}

TEST_CASE("a pattern that is slow without ever hitting a limit of PCRE2 is stopped by its steps") {
  // From each place it looks at all that follows, which no limit of PCRE2 adds up.
  const std::string text(8192, 'x');
  for (const RegexUse use : {RegexUse::short_texts, RegexUse::long_texts}) {
    const Result<Regex> regex = Regex::compile(R"(\w+[,;])", use, PatternOrigin::own);
    REQUIRE(regex);
    SearchBudget budget;
    budget.begin_rule(PatternOrigin::own);
    CHECK(regex->find_all(text, budget).empty());
    CHECK(budget.gave_up());
    // The next rule has steps of its own.
    budget.begin_rule(PatternOrigin::own);
    CHECK(regex->find_all("well, then", budget).size() == 1);
    CHECK(!budget.gave_up());
  }
}

TEST_CASE("the rules of one draft share a number of steps") {
  SearchBudget budget;
  constexpr std::size_t rules = draft_step_limit / rule_step_limit;
  for (std::size_t rule = 0; rule < rules; ++rule) {
    budget.begin_rule(PatternOrigin::own);
    bool all = true;
    for (std::size_t step = 0; step < rule_step_limit; ++step)
      all = budget.take_step() && all;
    CHECK(all);
  }
  budget.begin_rule(PatternOrigin::own);
  CHECK(!budget.take_step());
  CHECK(budget.gave_up());
  budget.begin_rule(PatternOrigin::shipped);
  CHECK(!budget.gave_up());
}

TEST_CASE("a rule may take as many steps as the limit and not one more") {
  SearchBudget budget;
  budget.begin_rule(PatternOrigin::own);
  for (std::size_t step = 1; step < rule_step_limit; ++step)
    static_cast<void>(budget.take_step());
  CHECK(budget.take_step());
  CHECK(!budget.gave_up());
  CHECK(!budget.take_step());
  CHECK(budget.gave_up());
}

TEST_CASE("a pattern may nest and be as long as the limits say") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  CHECK(Regex::compile(nested(regex_nesting_limit - 1)));
  CHECK(Regex::compile(nested(regex_nesting_limit)));
  CHECK(!Regex::compile(nested(regex_nesting_limit + 1)));
  CHECK(Regex::compile(std::string(regex_pattern_limit - 1, 'a')));
  CHECK(Regex::compile(std::string(regex_pattern_limit, 'a')));
  CHECK(!Regex::compile(std::string(regex_pattern_limit + 1, 'a')));
}

TEST_CASE("text that is not UTF-8 has no matches") {
  const Result<Regex> regex = Regex::compile("a");
  REQUIRE(regex);
  SearchBudget budget;
  CHECK(regex->find_all("a\xFF", budget).empty());
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
