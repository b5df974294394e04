#include "lint/config_waivers.hpp"

#include <doctest/doctest.h>

#include "lint/config.hpp"
#include "lint/fingerprint.hpp"
#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

Finding found(const std::string& rule, const std::string& text, const std::string& category = "") {
  Finding finding;
  finding.rule = rule;
  finding.category = category;
  finding.text = text;
  return finding;
}

/// What a configuration with this text leaves of three findings in a draft.
std::string left(const std::string& text, const std::string& path) {
  const MemoryFileSystem files(std::map<std::string, std::string>{{"/home/mailcheck.toml", text}});
  Config config;
  const Result<void> done = apply_config_file(config, files, "/home/mailcheck.toml");
  if (!done)
    return done.error().message;
  std::vector<Finding> findings{found("begging", "need the  job", "tone"),
                                found("assuming", "when\nI start", "outcome"),
                                found("assuming", "when I join", "outcome")};
  apply_config_waivers(config.waivers, path, findings);
  std::string texts;
  for (const Finding& finding : findings)
    texts += finding.text + "/";
  return texts;
}

TEST_CASE("a waiver is about a rule or a category, and about some paths or words") {
  CHECK(left("[[waiver]]\nrule = \"begging\"\n", "/home/a.txt") == "when\nI start/when I join/");
  CHECK(left("[[waiver]]\nrule = \"outcome\"\nreason = \"r\"\n", "x") == "need the  job/");
  CHECK(left("[[waiver]]\nrule = \"assuming\"\ntext = \" When  I start\"\n", "x") ==
        "need the  job/when I join/");
  const std::string here = "[[waiver]]\nrule = \"outcome\"\npaths = [\"./a.txt\", \"old/**\"]\n";
  CHECK(left(here, "/home/a.txt") == "need the  job/");
  CHECK(left(here, "/home/old/x/b.txt") == "need the  job/");
  CHECK(left(here, "/home/x/a.txt") == "need the  job/when\nI start/when I join/");
  CHECK(left(here, "/homes/a.txt") == "need the  job/when\nI start/when I join/");
  CHECK(left("[[waiver]]\nrule = \"outcome\"\npaths = [\"a.*\"]\n", "/x/y/a.txt") ==
        "need the  job/");
}

TEST_CASE("waivers that were used are told from the others") {
  std::vector<ConfigWaiver> waivers(3);
  waivers[0].target = "late";
  waivers[1].target = "begging";
  waivers[2].target = "tone";
  std::vector<Finding> findings{found("begging", "x", "tone")};
  CHECK(apply_config_waivers(waivers, "a", findings) == std::vector<std::size_t>{1, 2});
  CHECK(findings.empty());
}

TEST_CASE("a wrong waiver is an error") {
  CHECK(left("waiver = 1\n", "a").find("an array of tables") != std::string::npos);
  CHECK(left("waiver = [1]\n", "a") == "waivers are tables, [[waiver]]");
  CHECK(left("[[waiver]]\npaths = [\"a\"]\n", "a").find("needs “rule”") != std::string::npos);
  CHECK(left("[[waiver]]\nrule = 1\n", "a").find("a string") != std::string::npos);
  CHECK(left("[[waiver]]\nrule = \"x\"\npaths = []\n", "a").find("“paths” needs") !=
        std::string::npos);
  CHECK(left("[[waiver]]\nrule = \"x\"\npath = \"a\"\n", "a").find("did you mean “paths”") !=
        std::string::npos);
}

TEST_CASE("a waiver names a rule that there is") {
  const std::string pack = test::small_pack();
  const MemoryFileSystem none;
  Config config;
  config.waivers.resize(1);
  config.waivers[0].target = "beging";
  config.waivers[0].place = {"mailcheck.toml", 2, 8, "rule = \"beging\""};
  const Result<RuleSet> rules = RuleSet::build(pack, none, config);
  REQUIRE_FALSE(rules.has_value());
  CHECK(rules.error().line == 2);
  CHECK(rules.error().message.find("did you mean “begging”") != std::string::npos);
}

TEST_CASE("waivers are shown as TOML") {
  std::vector<ConfigWaiver> waivers(2);
  waivers[0].target = "tone";
  waivers[1] = {"late", {"/home", {"*.eml"}}, "weeks ago", {}};
  CHECK(toml_of(waivers) ==
        "[{ rule = \"tone\" }, { rule = \"late\", paths = [\"*.eml\"], text = \"weeks ago\" }]");
}

TEST_CASE("a fingerprint does not depend on places and line breaks") {
  Finding one = found("late", "weeks ago");
  Finding other = found("late", " weeks\r\n  ago ");
  other.span = {100, 110};
  other.message = "Something else.";
  CHECK(fingerprint_of(one) == fingerprint_of(other));
  CHECK(fingerprint_of(one).size() == 16);
  CHECK(fingerprint_of(one) != fingerprint_of(found("late", "weeks  agos")));
  CHECK(fingerprint_of(one) != fingerprint_of(found("begging", "weeks ago")));
}

TEST_CASE("of a long text its beginning counts") {
  const std::string start(fingerprint_text_limit, 'a');
  CHECK(fingerprint_of(found("x", start + " b")) == fingerprint_of(found("x", start + " c")));
  CHECK(fingerprint_of(found("x", "c" + start)) != fingerprint_of(found("x", start)));
}

}  // namespace
}  // namespace mailcheck
