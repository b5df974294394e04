#include "lint/rule_set.hpp"

#include <doctest/doctest.h>

#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

std::string active_rules(const Config& config, const FileSystem& files = MemoryFileSystem()) {
  const std::string pack = test::small_pack();
  const Result<RuleSet> set = RuleSet::build(pack, files, config);
  if (!set)
    return set.error().message;
  std::string ids;
  for (const ActiveRule& rule : set->active())
    ids += std::string(ids.empty() ? "" : " ") + std::string(rule.rule->id) + "=" +
           std::string(name_of(rule.severity));
  return ids;
}

TEST_CASE("severities come from the rule, then the category, then the rule's own choice") {
  Config config;
  CHECK(active_rules(config) == "assuming=warning begging=warning late=warning");
  config.severities = {{"outcome", Severity::error, {}}};
  CHECK(active_rules(config) == "assuming=error begging=warning late=error");
  config.severities.insert(config.severities.begin(), {"late", Severity::off, {}});
  CHECK(active_rules(config) == "assuming=error begging=warning");
}

TEST_CASE("a level stands for all rules of that severity, under categories and rules") {
  Config config;
  config.severities = {{"late", Severity::error, {}}, {"warning", Severity::suggestion, {}}};
  CHECK(active_rules(config) == "assuming=suggestion begging=suggestion late=error");
  config.severities.push_back({"tone", Severity::off, {}});
  CHECK(active_rules(config) == "assuming=suggestion late=error");
  config.severities = {{"wraning", Severity::off, {}}};
  CHECK(active_rules(config) == "there is no rule “wraning”; did you mean “warning”?");
}

TEST_CASE("a rule that is off by default needs its own name to run") {
  Config config;
  config.severities = {{"generic", Severity::error, {}}};
  CHECK(active_rules(config) == "assuming=warning begging=warning late=warning");
  config.severities = {{"rare", Severity::error, {}}};
  CHECK(active_rules(config) == "assuming=warning begging=warning late=warning rare=error");
  config.severities.clear();
  config.select = {"rare"};
  CHECK(active_rules(config) == "rare=suggestion");
}

TEST_CASE("select and ignore take rules and categories") {
  Config config;
  config.select = {"outcome"};
  CHECK(active_rules(config) == "assuming=warning late=warning");
  config.ignore = {"late"};
  CHECK(active_rules(config) == "assuming=warning");
}

TEST_CASE("a name that is no rule is an error that says what was meant") {
  Config config;
  config.severities = {{"beging", Severity::off, {}}};
  CHECK(active_rules(config) == "there is no rule “beging”; did you mean “begging”?");
  config.severities.clear();
  config.ignore = {"tonne"};
  CHECK(active_rules(config) == "there is no rule “tonne”; did you mean “tone”?");
  config.ignore.clear();
  config.options["beging"].set("at-least", std::int64_t{2});
  CHECK(active_rules(config) ==
        "[options.beging]: there is no rule “beging”; did you mean “begging”?");
}

TEST_CASE("options reach the check, and an unknown one is an error") {
  const std::string pack = test::small_pack();
  const MemoryFileSystem none;
  Config config;
  config.options["begging"].set("at-least", std::int64_t{2});
  const Result<RuleSet> set = RuleSet::build(pack, none, config);
  REQUIRE(set.has_value());
  CHECK(test::fired(*set, "I need this job.\n").empty());
  CHECK(test::fired(*set, "I need this job. I need the position.\n") == "begging begging");
  config.options["begging"].set("at-lest", std::int64_t{2});
  CHECK(active_rules(config) == "the rule “begging” has no option “at-lest”");
}

TEST_CASE("the number of a rule that is on is told as the check gets it") {
  const std::string pack = test::small_pack();
  const MemoryFileSystem none;
  Config config;
  config.options["begging"].set("at-least", std::int64_t{2});
  const Result<RuleSet> set = RuleSet::build(pack, none, config);
  REQUIRE(set.has_value());
  CHECK(set->number_of("begging", {"other", "at-least"}) == 2);
  CHECK(set->number_of("begging", {"other"}) == std::nullopt);
  CHECK(set->number_of("late", {"at-least"}) == std::nullopt);
  config.severities = {{"begging", Severity::off, {}}};
  const Result<RuleSet> without = RuleSet::build(pack, none, config);
  REQUIRE(without.has_value());
  CHECK(without->number_of("begging", {"at-least"}) == std::nullopt);
}

TEST_CASE("own rules use the shipped word lists and run beside the shipped rules") {
  const std::string pack = test::small_pack();
  const MemoryFileSystem files(
      {{"mine/tone/own.toml", test::rule_text("want that {job}", "", "unless = [\"maybe\"]")}});
  Config config;
  config.rule_paths = {"mine"};
  const Result<RuleSet> set = RuleSet::build(pack, files, config);
  REQUIRE(set.has_value());
  CHECK(test::fired(*set, "I want that position. I need this job.\n") == "own begging");
  CHECK(test::fired(*set, "Maybe I want that position.\n").empty());
}

TEST_CASE("an own rule must not take the name of another") {
  const MemoryFileSystem files({{"mine/tone/begging.toml", test::rule_text("x")}});
  Config config;
  config.rule_paths = {"mine"};
  CHECK(active_rules(config, files) == "there is a rule “begging” already");
}

}  // namespace
}  // namespace mailcheck
