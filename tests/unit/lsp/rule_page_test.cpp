#include "lsp/rule_page.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

PackedRule example_rule() {
  PackedRule rule;
  rule.id = "too-long";
  rule.category = "length";
  rule.message = "“{match}” is *long*.";
  rule.help = "Cut it.";
  return rule;
}

RuleDetails example_details() {
  RuleDetails details;
  details.rationale = "First.\n\n# Second";
  details.sources = {"https://example.org/a_b", "javascript:alert(1)"};
  details.examples = {{true, "{|So|} it is"}, {false, "two\nlines"}};
  return details;
}

TEST_CASE("text is shown by Markdown as it is") {
  CHECK(markdown_text("a *b* [c](d) <e> `f`") == "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\`");
  CHECK(markdown_text("# a") == "\\# a");
  CHECK(markdown_text("12. a") == "12\\. a");
  CHECK(markdown_text("2 days") == "2 days");
  CHECK(markdown_text("a\n\nb") == "a b");
}

TEST_CASE("a rule is explained with reasons, an example and links that are links") {
  const std::string page =
      rule_page(example_rule(), example_details(), Severity::warning, nullptr, Markup::markdown);
  CHECK(page.starts_with("**“…” is \\*long\\*.**\n\ntoo-long, warning, length\n\nCut it.\n\n"));
  CHECK(page.find("**Why:** First.\n\n\\# Second") != std::string::npos);
  CHECK(page.find("✗ So it is") != std::string::npos);
  CHECK(page.find("two") == std::string::npos);
  CHECK(page.find("<https://example.org/a_b>") != std::string::npos);
  CHECK(page.find("<javascript") == std::string::npos);
}

TEST_CASE("plain text has no marks, and a finding its own words") {
  Finding finding;
  finding.message = "“x” is *long*.";
  finding.severity = Severity::error;
  const std::string page =
      rule_page(example_rule(), example_details(), Severity::warning, &finding, Markup::plain_text);
  CHECK(page.starts_with("“x” is *long*.\n\ntoo-long, error, length\n\n"));
  CHECK(page.find("**") == std::string::npos);
}

}  // namespace
}  // namespace mailcheck
