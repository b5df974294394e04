#include "lint/rule_pack.hpp"

#include <doctest/doctest.h>

#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

using test::rule_text;

Error compile_error(const std::string& text) {
  Result<Rule> rule = parse_rule("r/tone/broken.toml", text);
  if (!rule)
    return rule.error();
  RuleFolder folder;
  folder.rules.push_back(*std::move(rule));
  const Result<std::string> pack = compile_rules(folder);
  REQUIRE_FALSE(pack.has_value());
  return pack.error();
}

TEST_CASE("a pack gives back what was compiled") {
  const std::string bytes = test::small_pack();
  const Result<RulePack> pack = RulePack::open(bytes);
  REQUIRE(pack.has_value());
  REQUIRE(pack->rules().size() == 4);
  const PackedRule& assuming = pack->rules().front();  // sorted by id
  CHECK(assuming.id == "assuming");
  CHECK(assuming.category == "outcome");
  CHECK(assuming.message == "Found “{match}”.");
  CHECK(assuming.params().phrases("unless")->present);
  CHECK(pack->phrases().group_count() == 5);
  CHECK(pack->word_lists().at("job").size() == 2);
}

TEST_CASE("compiling twice gives the same bytes") {
  CHECK(test::small_pack() == test::small_pack());
}

TEST_CASE(
    "rules that give the same phrases share a group, and a list alone is each of its entries") {
  const MemoryFileSystem files({
      {"r/tone/one.toml", rule_text("{job}")},
      {"r/tone/two.toml", rule_text("{job}")},
      {"r/tone/three.toml", rule_text("{job} please")},
      {"r/words/job.txt", "job &! no\nposition\n"},
  });
  const Result<RuleFolder> folder = read_rule_folder(files, "r");
  REQUIRE(folder.has_value());
  // A condition may stand in a list that is used alone only.
  CHECK_FALSE(compile_rules(*folder).has_value());
  RuleFolder alone = *folder;
  std::erase_if(alone.rules, [](const Rule& rule) { return rule.id == "three"; });
  const Result<std::string> bytes = compile_rules(alone);
  REQUIRE(bytes.has_value());
  const Result<RulePack> pack = RulePack::open(*bytes);
  REQUIRE(pack.has_value());
  CHECK(pack->phrases().group_count() == 1);
  const Result<RuleSet> rules = RuleSet::build(*bytes, MemoryFileSystem(), {});
  REQUIRE(rules.has_value());
  CHECK(test::fired(*rules, "A job. No job. A position.\n") == "one two one two");
}

TEST_CASE("an entry of a list alone that cannot be compiled is told with the list") {
  const MemoryFileSystem files(
      {{"r/tone/one.toml", rule_text("{job}")}, {"r/words/job.txt", "<2>\n"}});
  const Result<RuleFolder> folder = read_rule_folder(files, "r");
  REQUIRE(folder.has_value());
  const Result<std::string> pack = compile_rules(*folder);
  REQUIRE_FALSE(pack.has_value());
  CHECK(pack.error().message == "in {job}, “<2>”: a phrase needs a word that must always be there");
}

TEST_CASE("a pack cut anywhere is refused, not read past its end") {
  const std::string bytes = test::small_pack();
  for (std::size_t length = 0; length < bytes.size(); length += 4)
    CHECK_FALSE(RulePack::open(std::string_view(bytes).substr(0, length)).has_value());
}

TEST_CASE("a broken phrase is told at its place in the rule file") {
  const Error error = compile_error(rule_text("in the {nowhere} case"));
  CHECK(error.message == "there is no word list “nowhere”");
  CHECK(error.file == "r/tone/broken.toml");
  CHECK(error.line == 7);
  CHECK(error.column == 20);
  CHECK(error.source_line == "phrases = [\"in the {nowhere} case\"]");
}

TEST_CASE("broken patterns and wrong parameters are told at their place") {
  CHECK(compile_error(rule_text("x", "", "patterns = ['a(b']")).line == 8);
  CHECK(compile_error(rule_text("x", "", "patterns = ['a*']")).message ==
        "the pattern matches the empty text");
  CHECK(compile_error(rule_text("x", "", "in = [\"bodi\"]")).line == 8);
  const Error unknown = compile_error(rule_text("x", "", "unles = [\"y\"]"));
  CHECK(unknown.message == "the check “phrase” has no parameter “unles”");
  CHECK(unknown.line == 8);
}

}  // namespace
}  // namespace mailcheck
