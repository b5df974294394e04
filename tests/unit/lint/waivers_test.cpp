#include "lint/waivers.hpp"

#include <doctest/doctest.h>

#include "mail/source.hpp"
#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

/// The targets of a header's waivers, each followed by a slash.
std::string targets(const std::string& header) {
  const Draft draft = parse_draft({"t", header + "\nHello.\n", SourceFormat::message});
  std::string out;
  for (const Waiver& waiver : waivers_of(draft))
    out += waiver.target + "/";
  return out;
}

TEST_CASE("a waiver names rules and categories, then its reason") {
  CHECK(targets("X-Mailcheck-Ignore: salary-mention; they asked, twice\n") == "salary-mention/");
  CHECK(targets("x-mailcheck-ignore: Tone,emoji  slang\n") == "tone/emoji/slang/");
  CHECK(targets("X-Mailcheck-Ignore: a\nSubject: x\nX-Mailcheck-Ignore: b\n") == "a/b/");
  CHECK(targets("X-Mailcheck-Ignore:\n").empty());
  CHECK(targets("X-Mailcheck-Ignore: ; no names\n").empty());
  CHECK(targets("Subject: x\n").empty());
}

TEST_CASE("what is waived is not found, by rule or category") {
  const std::string pack = test::small_pack();
  const MemoryFileSystem none;
  const Result<RuleSet> rules = RuleSet::build(pack, none, {});
  REQUIRE(rules.has_value());
  const auto with = [&](const std::string& names) {
    return test::fired(*rules, "Subject: x\nX-Mailcheck-Ignore: " + names +
                                   "\n\nI need this job. When I start, I need the position.\n");
  };
  CHECK(with("begging; yes") == "assuming");
  CHECK(with("tone") == "assuming");
  CHECK(with("outcome, begging").empty());
  CHECK(with("late") == "begging assuming begging");
}

}  // namespace
}  // namespace mailcheck
