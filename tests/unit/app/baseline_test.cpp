#include "app/baseline.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

Finding found(const std::string& rule, const std::string& text) {
  Finding finding;
  finding.rule = rule;
  finding.text = text;
  return finding;
}

/// A set without rules.
RuleSet no_rules() {
  const Result<std::string> pack = compile_rules({});
  REQUIRE(pack.has_value());
  static const std::string bytes = *pack;
  Result<RuleSet> rules = RuleSet::build(bytes, MemoryFileSystem(), {});
  REQUIRE(rules.has_value());
  return *std::move(rules);
}

Baseline read_back(const Baseline& baseline) {
  const MemoryFileSystem files(
      std::map<std::string, std::string>{{"b/known.json", baseline.text()}});
  Result<Baseline> read = Baseline::read(files, "b/known.json", "/here");
  REQUIRE(read.has_value());
  return *std::move(read);
}

TEST_CASE("what was put in is taken out, as often as it was there") {
  Baseline baseline("b/known.json", "/here");
  baseline.put_in("b/a.txt", {found("late", "weeks ago"), found("late", "weeks ago")});
  baseline.put_in("c\n.txt", {found("begging", "please")});
  CHECK(baseline.size() == 3);
  Baseline read = read_back(baseline);
  CHECK(read.text() == baseline.text());
  const RuleSet rules = no_rules();
  std::vector<Finding> findings{found("late", "weeks\nago"), found("late", "weeks ago"),
                                found("late", "weeks ago"), found("begging", "please")};
  CHECK(read.take_out("/here/b/a.txt", rules, findings) == 2);
  CHECK(findings.size() == 2);
  CHECK(read.take_out("./c\n.txt", rules, findings) == 1);
}

TEST_CASE("paths are relative to the folder of the file") {
  Baseline baseline("b/known.json", "/here");
  baseline.put_in("b/x/a.txt", {found("late", "")});
  baseline.put_in("c.txt", {found("late", "")});
  CHECK(baseline.text().find("\"path\": \"x/a.txt\"") != std::string::npos);
  CHECK(baseline.text().find("\"path\": \"../c.txt\"") != std::string::npos);
}

TEST_CASE("a draft that is looked at again is known anew, and one that is gone is forgotten") {
  const MemoryFileSystem files(std::map<std::string, std::string>{{"b/a.txt", ""}});
  Baseline old("b/known.json", "/here");
  old.put_in("b/a.txt", {found("late", "x")});
  old.put_in("b/gone.txt", {found("late", "x")});
  old.put_in("b/new.txt", {found("late", "x")});
  Baseline now = read_back(old);
  CHECK(now.stale(files) == std::vector<std::string>{"gone.txt: late", "new.txt: late"});
  now.put_in("b/new.txt", {});
  now.put_in("b/new.txt", {found("begging", "of its second message")});
  now.drop_missing(files);
  CHECK(now.size() == 2);
  CHECK(now.text().find("begging") != std::string::npos);
  CHECK(now.text().find("gone.txt") == std::string::npos);
}

TEST_CASE("what is no baseline is an error") {
  for (const char* text : {"", "[]", "{}", "{\"schema\": 2, \"findings\": []}", "{\"schema\": 1}",
                           "{\"schema\": 1, \"findings\": [1]}",
                           "{\"schema\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"b\"}]}",
                           "{\"schema\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"b\", "
                           "\"fingerprint\": \"c\", \"count\": 0}]}"}) {
    const MemoryFileSystem files(std::map<std::string, std::string>{{"k.json", text}});
    const Result<Baseline> read = Baseline::read(files, "k.json", "/here");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.find("is no baseline") == 0);
  }
  CHECK_FALSE(Baseline::read(MemoryFileSystem(), "k.json", "/here").has_value());
}

}  // namespace
}  // namespace mailcheck
