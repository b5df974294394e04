#include "lint/rule.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

constexpr const char* whole_rule = R"(severity = "error"
stages = ["thank-you", "withdrawal"]
since = "0.1.0"
message = "Says “{match}”."
help = "Do not."
rationale = "Because."
sources = ["https://example.org/"]
disputed-by = "https://example.com/"

[check]
name = "phrase"
phrases = ["one two"]
in = ["subject"]

[[example]]
bad = "{|one two|}"
good = "two one"

[[example]]
with = { stage = "withdrawal", company = "Nordlys", topics = ["x"], now = 2026-03-05T09:00:00Z, sent = ["2026-03-01"] }
good_mail = "Subject: none\n\none\n"
)";

TEST_CASE("a rule file gives a rule named after its path") {
  const Result<Rule> rule = parse_rule("rules/outcome/some-rule.toml", whole_rule);
  REQUIRE(rule.has_value());
  CHECK(rule->id == "some-rule");
  CHECK(rule->category == "outcome");
  CHECK(rule->severity == Severity::error);
  CHECK(rule->stages == std::vector<Stage>{Stage::thank_you, Stage::withdrawal});
  CHECK(rule->disputed_by == std::vector<std::string>{"https://example.com/"});
  CHECK(rule->check == "phrase");
  CHECK(rule->params.list("phrases")->front() == "one two");
  REQUIRE(rule->examples.size() == 3);
  CHECK(rule->examples[0].kind == RuleExample::Kind::bad);
  CHECK(rule->examples[1].line == 17);
  CHECK(rule->examples[2].whole_mail);
  CHECK(rule->examples[2].stage == "withdrawal");
  CHECK(rule->examples[2].interview.company == "Nordlys");
  CHECK(rule->examples[2].now == parse_moment("2026-03-05T09:00:00Z"));
  CHECK(rule->examples[2].sent.size() == 1);
}

TEST_CASE("a mistake in a rule file is told with its place and what was meant") {
  struct Row {
    std::string from, to, message;
    std::size_t line, column;
  };
  const Row rows[] = {
      {"severity =", "severty =", "unknown key “severty”; did you mean “severity”?", 1, 1},
      {"05T09:00:00Z", "05", "“now” needs a time and an offset: 2026-03-05T09:00:00+01:00", 20, 75},
      {"\"error\"", "\"fatal\"", "there is no severity “fatal”: error, warning, suggestion or off",
       1, 12},
      {"thank-you", "thankyou", "there is no stage “thankyou”; did you mean “thank-you”?", 2, 10},
      {"\"phrase\"", "\"phrases\"", "there is no check “phrases”; did you mean “phrase”?", 11, 8},
      {"help = \"Do not.\"", "help = 3", "expected a string, not an integer", 5, 8},
      {"bad = ", "badd = ", "unknown key “badd”; did you mean “bad”?", 16, 1},
      {"[check]\nname = \"phrase\"", "[check]",
       "the rule names no check: a table [check] with “name”", 1, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    std::string text = whole_rule;
    text.replace(text.find(row.from), row.from.size(), row.to);
    const Result<Rule> rule = parse_rule("rules/outcome/some-rule.toml", text);
    REQUIRE_FALSE(rule.has_value());
    CHECK(rule.error().message == row.message);
    CHECK(rule.error().line == row.line);
    CHECK(rule.error().column == row.column);
  }
}

}  // namespace
}  // namespace mailcheck
