#pragma once

// A few rules in memory, for tests that need some rules but none in particular.

#include <string>

#include "lint/lint.hpp"
#include "lint/rule_pack.hpp"
#include "lint/rule_set.hpp"

namespace mailcheck::test {

/// A phrase rule; `more` goes before its `[check]` table, `check` into it.
inline std::string rule_text(const std::string& phrase, const std::string& more = {},
                             const std::string& check = {}) {
  return "severity = \"warning\"\nmessage = \"Found “{match}”.\"\nhelp = \"Change it.\"\n" + more +
         "\n[check]\nname = \"phrase\"\nphrases = [\"" + phrase + "\"]\n" + check + "\n";
}

/// The files of a rule folder "r".
inline MemoryFileSystem rule_files() {
  return MemoryFileSystem({
      {"r/tone/begging.toml", rule_text("need {this|the} {job}")},
      {"r/outcome/assuming.toml", rule_text("when I start", "", "unless = [\"if\"]")},
      {"r/outcome/late.toml", rule_text("weeks ago", "stages = [\"status-inquiry\"]")},
      {"r/generic/rare.toml", rule_text("synergy")},
      {"r/words/job.txt", "job\nposition\n"},
  });
}

inline std::string small_pack() {
  Result<RuleFolder> folder = read_rule_folder(rule_files(), "r");
  assert(folder.has_value());
  for (Rule& rule : folder->rules)
    if (rule.id == "rare")
      rule.severity = Severity::off;
  Result<std::string> pack = compile_rules(*folder);
  assert(pack.has_value());
  return *std::move(pack);
}

/// Ids of the rules that fire on a body, in order, separated by spaces.
inline std::string fired(const RuleSet& rules, const std::string& body,
                         const GivenFacts& given = {}) {
  const Speller speller({.words = {}, .dictionary_folders = {}}, Lexicon());
  std::string ids;
  for (const Finding& finding :
       lint_source({"t", body, SourceFormat::automatic}, rules, given, speller).findings)
    ids += (ids.empty() ? "" : " ") + finding.rule;
  return ids;
}

}  // namespace mailcheck::test
