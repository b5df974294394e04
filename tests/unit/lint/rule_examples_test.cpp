#include "lint/rule_examples.hpp"

#include <doctest/doctest.h>

#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

ExampleReport report_of(const std::string& rule) {
  const MemoryFileSystem files({{"r/tone/own.toml", rule}});
  const Result<RuleFolder> folder = read_rule_folder(files, "r");
  REQUIRE(folder.has_value());
  const Result<std::string> pack = compile_rules(*folder);
  REQUIRE(pack.has_value());
  const Speller speller({.words = {}, .dictionary_folders = {}}, Lexicon());
  Result<ExampleReport> report = run_examples(*folder, *pack, speller);
  REQUIRE(report.has_value());
  return *std::move(report);
}

TEST_CASE("marks are taken out of a text and put back") {
  const Result<MarkedText> marked = parse_marks("a {|b c|} d{||}");
  REQUIRE(marked.has_value());
  CHECK(marked->text == "a b c d");
  CHECK(marked->marks == std::vector<SourceSpan>{{2, 5}, {7, 7}});
  CHECK(with_marks(marked->text, marked->marks) == "a {|b c|} d{||}");
  CHECK_FALSE(parse_marks("a {|b").has_value());
}

TEST_CASE("examples that hold are counted") {
  const ExampleReport report =
      report_of(test::rule_text("one two") +
                "[[example]]\nbad = \"So {|one\\ntwo|}.\"\ngood = \"Two one.\"\n");
  CHECK(report.failures.empty());
  CHECK(report.passed == 2);
  CHECK(report.silent_rules.empty());
}

TEST_CASE("an example that fails shows the marks it got") {
  const ExampleReport report =
      report_of(test::rule_text("one two") +
                "[[example]]\nbad = \"So {|one two three|}.\"\ngood = \"One two.\"\n");
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].line == 10);
  CHECK(report.failures[0].message.find("So {|one two|} three.") != std::string::npos);
  CHECK(report.failures[1].message.find("{|One two|}.") != std::string::npos);
  CHECK(report.silent_rules == std::vector<std::string>{"own"});
}

TEST_CASE("a bad example without marks and a good one with marks are mistakes") {
  const ExampleReport report = report_of(
      test::rule_text("one two") + "[[example]]\nbad = \"One two.\"\ngood = \"{|Two|} one.\"\n");
  CHECK(report.failures.size() == 2);
}

}  // namespace
}  // namespace mailcheck
