#include "lint/lint.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

RuleSet small_rules(const std::string& pack) {
  const MemoryFileSystem none;
  Result<RuleSet> set = RuleSet::build(pack, none, {});
  REQUIRE(set.has_value());
  return *std::move(set);
}

LintResult lint(const RuleSet& rules, const std::string& bytes, const GivenFacts& given = {}) {
  const Speller speller({.words = {}, .dictionary_folders = {}}, Lexicon());
  return lint_source({"t", bytes, SourceFormat::automatic}, rules, given, speller);
}

TEST_CASE("findings carry the rule's words and the place in the file") {
  const std::string pack = test::small_pack();
  const RuleSet rules = small_rules(pack);
  const std::string bytes =
      "Subject: Hello\r\n\r\nDear Ms. Ode,\r\n\r\nI really need\r\nthis job.\r\n";
  const LintResult result = lint(rules, bytes);
  REQUIRE(result.findings.size() == 1);
  const Finding& finding = result.findings.front();
  CHECK(finding.rule == "begging");
  CHECK(finding.category == "tone");
  CHECK(finding.region == RegionKind::body);
  CHECK(finding.message == "Found “need this job”.");
  CHECK(slice(bytes, finding.span) == "need\r\nthis job");
  CHECK(finding.text == "need\nthis job");
}

TEST_CASE("findings are sorted by place") {
  const std::string pack = test::small_pack();
  const RuleSet rules = small_rules(pack);
  CHECK(test::fired(rules, "I need this job. When I start, I need the position.\n") ==
        "begging assuming begging");
}

/// A pack of phrase rules of the category tone: id, phrase and keys before `[check]`.
std::string tone_pack(const std::vector<std::array<std::string, 3>>& rules) {
  std::map<std::string, std::string> files;
  for (const auto& [id, phrase, more] : rules)
    files["r/tone/" + id + ".toml"] = test::rule_text(phrase, more);
  const Result<RuleFolder> folder = read_rule_folder(MemoryFileSystem(files), "r");
  REQUIRE(folder.has_value());
  Result<std::string> pack = compile_rules(*folder);
  REQUIRE(pack.has_value());
  return *std::move(pack);
}

TEST_CASE("a rule yields to others of the same sentence only") {
  const std::string pack = tone_pack({{"blame", "rude", ""},
                                      {"hint", "rather", "yields-to = [\"tone\"]"},
                                      {"whisper", "quite", "yields-to = [\"hint\", \"tone\"]"}});
  const RuleSet rules = small_rules(pack);
  CHECK(test::fired(rules, "It was rather rude. It was rather late.\n") == "blame hint");
  CHECK(test::fired(rules, "It was quite rude.\n") == "blame");
  CHECK(test::fired(rules, "It was quite late, and rather dark.\n") == "hint");
}

TEST_CASE("a rule of another stage is silent, and the user's stage wins") {
  const std::string pack = test::small_pack();
  const RuleSet rules = small_rules(pack);
  const std::string body = "Thank you for the interview. That was weeks ago.\n";
  CHECK(test::fired(rules, body).empty());
  GivenFacts given;
  given.stage = Stage::status_inquiry;
  CHECK(test::fired(rules, body, given) == "late");
}

TEST_CASE("nothing is an error because of a guessed stage alone") {
  const std::string pack = test::small_pack();
  const MemoryFileSystem none;
  Config config;
  config.severities = {{"late", Severity::error, {}}};
  const Result<RuleSet> rules = RuleSet::build(pack, none, config);
  REQUIRE(rules.has_value());
  const std::string guessed =
      "I am writing to ask about the status of my application from weeks ago.\n";
  const LintResult by_guess = lint(*rules, guessed);
  REQUIRE(by_guess.findings.size() == 1);
  CHECK(by_guess.findings.front().severity == Severity::warning);
  GivenFacts given;
  given.stage = Stage::status_inquiry;
  CHECK(lint(*rules, guessed, given).findings.front().severity == Severity::error);
}

TEST_CASE("quoted text is never linted, and a note says so") {
  const std::string pack = test::small_pack();
  const RuleSet rules = small_rules(pack);
  const LintResult result = lint(rules, "Thanks.\n\n> I need this job.\n> When I start.\n");
  CHECK(result.findings.empty());
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes.front() == "2 quoted lines were not checked");
}

TEST_CASE("statistics count the writer's own words") {
  const std::string pack = test::small_pack();
  const RuleSet rules = small_rules(pack);
  const LintResult result =
      lint(rules,
           "Dear Ann,\n\nOne two three. Four five.\n\nSix seven.\n\nRegards,\nTom\n\n> not this\n");
  CHECK(result.stats.words == 10);  // with greeting and closing, without the name below it
  CHECK(result.stats.paragraphs == 2);
  CHECK(result.stats.reading_seconds == 3);
}

TEST_CASE("the limits of drafts and findings are reported when hit") {
  const std::string pack = test::small_pack();
  const RuleSet rules = small_rules(pack);
  CHECK(lint(rules, std::string(draft_size_limit, 'x')).failures.empty());
  const LintResult large = lint(rules, std::string(draft_size_limit + 1, 'x'));
  REQUIRE(large.failures.size() == 1);
  CHECK(large.failures.front() == "larger than 1048576 bytes and not checked");

  std::string many;
  for (std::size_t i = 0; i < finding_limit; ++i)
    many += "I need this job. ";
  CHECK(lint(rules, many).findings.size() == finding_limit);
  CHECK(lint(rules, many).notes.empty());
  const LintResult over = lint(rules, many + "I need this job.");
  CHECK(over.findings.size() == finding_limit);
  REQUIRE(over.notes.size() == 1);
  CHECK(over.notes.front() == "1 more findings are not shown; 1000 is the limit");
}

/// The small rules and one more of the user's own beside a harmless one.
LintResult lint_with_own(const std::string& own_rule, const std::string& bytes) {
  const std::string pack = test::small_pack();
  const MemoryFileSystem files({{"own/tone/slow.toml", own_rule},
                                {"own/tone/harmless.toml", test::rule_text("no such thing")}});
  Config config;
  config.rule_paths = {"own"};
  const Result<RuleSet> set = RuleSet::build(pack, files, config);
  REQUIRE(set.has_value());
  return lint(*set, bytes);
}

TEST_CASE("a rule of one's own whose pattern takes too many steps is named, others still speak") {
  const std::string rule = test::rule_text("no such word", "", R"(patterns = ['\w+[,;]'])");
  const LintResult result = lint_with_own(
      rule, "Well, I need this job.\n\n" + std::string(std::size_t{16} * 1024, 'x') + "\n");
  REQUIRE(result.failures.size() == 1);
  CHECK(result.failures.front().find("“slow”") != std::string::npos);
  REQUIRE(result.findings.size() == 2);  // the rule keeps what it found before it gave up
  CHECK(result.findings.front().rule == "slow");
  CHECK(result.findings.back().rule == "begging");
  CHECK(lint_with_own(rule, "I need this job, now.\n").failures.empty());
}

TEST_CASE("phrases of one's own that take too many steps are reported, others still speak") {
  const std::string rule = test::rule_text("so <12> so <12> so <12> so <12> job");
  std::string text = "I need this job.\n\n";
  for (int i = 0; i < 20'000; ++i)
    text += i % 20 == 19 ? "job " : "so ";
  const LintResult result = lint_with_own(rule, text + "\n");
  REQUIRE(result.failures.size() == 1);
  CHECK(result.failures.front().find("phrases of your own rules") != std::string::npos);
  CHECK(result.findings.front().rule == "begging");
  CHECK(lint_with_own(rule, "I need this job, so so so so long.\n").failures.empty());
}

}  // namespace
}  // namespace mailcheck
