#include "lint/checklist.hpp"

#include <doctest/doctest.h>

#include "mail/source.hpp"
#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

std::string missing_rule(const std::string& phrase, const std::string& more) {
  return "severity = \"suggestion\"\nmessage = \"Missing.\"\n" + more +
         "\n[check]\nname = \"missing\"\nphrases = [\"" + phrase + "\"]\n";
}

/// Two rules for gratitude, one for a next step.
std::string checklist_pack() {
  const MemoryFileSystem files({
      {"r/structure/asks.toml",
       missing_rule("next step", "[checklist]\nitem = \"next step\"\nrequired = []\n")},
      {"r/structure/thanks.toml", missing_rule("thank you",
                                               "[checklist]\nitem = \"gratitude\"\nrequired = "
                                               "[\"thank-you\", \"withdrawal\"]\n")},
      {"r/structure/warmly.toml",
       missing_rule("warmly", "[checklist]\nitem = \"gratitude\"\nrequired = []\n")},
  });
  Result<RuleFolder> folder = read_rule_folder(files, "r");
  REQUIRE(folder.has_value());
  Result<std::string> pack = compile_rules(*folder);
  REQUIRE(pack.has_value());
  return *std::move(pack);
}

/// The items with their state, "gratitude: required, present (thank you)".
std::string checklist_of(const std::string& body, Stage stage = Stage::thank_you) {
  const std::string pack = checklist_pack();
  const MemoryFileSystem none;
  const Result<RuleSet> rules = RuleSet::build(pack, none, {});
  REQUIRE(rules.has_value());
  const Speller speller({.words = {}, .dictionary_folders = {}}, Lexicon());
  GivenFacts given;
  given.stage = stage;
  const LintResult result =
      lint_source({"t", body, SourceFormat::automatic}, *rules, given, speller);
  std::string out;
  for (const ChecklistItem& item : result.checklist) {
    out += item.item + (item.required ? ": required, " : ": optional, ");
    out += item.present ? "present" : "missing";
    for (const Evidence& evidence : item.evidence) {
      out += " (" + evidence.text + ")";
      CHECK(slice(body, evidence.span) == evidence.text);
    }
    out += "\n";
  }
  return out;
}

constexpr const char* whole_mail =
    "Dear Ms. Ode,\n\nI thank you warmly for the talk.\n\nRegards,\nAda\n";

TEST_CASE("items are present where their rules are content, in the order of a letter") {
  CHECK(checklist_of(whole_mail) ==
        "gratitude: required, present (warmly)\n"
        "next step: optional, missing\n");
}

TEST_CASE("an item with two rules is missing when one of them says so") {
  CHECK(
      checklist_of(
          "Dear Ms. Ode,\n\nI thank you for the talk. What is the next step?\n\nRegards,\nAda\n") ==
      "gratitude: required, missing\n"
      "next step: optional, present (next step)\n");
}

TEST_CASE("the stage decides what is required") {
  CHECK(checklist_of(whole_mail, Stage::status_inquiry) ==
        "gratitude: optional, present (warmly)\n"
        "next step: optional, missing\n");
}

TEST_CASE("nothing is missing from a fragment") {
  CHECK(checklist_of("I liked it.\n").empty());
}

}  // namespace
}  // namespace mailcheck
