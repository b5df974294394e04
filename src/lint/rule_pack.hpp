#pragma once

// Rules as one block of bytes, made at build time and embedded in the program, or made at start
// from the user's own files: the same code serves both. Opening a pack parses no TOML and no
// phrase.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "checks/params.hpp"
#include "checks/phrase_book.hpp"
#include "facts/facts.hpp"
#include "lint/rule.hpp"
#include "lint/rule_folder.hpp"
#include "lint/severity.hpp"

namespace mailcheck {

class PatternText;

/// Compiles rules into a pack. Checks everything that can be checked without a draft: the check and
/// its parameters, phrases, patterns, word lists; errors name file, line and column.
/// Phrases may name the folder's word lists and those of `shipped`; the folder's own win.
[[nodiscard]] Result<std::string> compile_rules(const RuleFolder& folder,
                                                const WordLists& shipped = {});

/// An example as `explain` shows it.
struct PackedExample {
  bool bad;
  std::string_view text;
};

/// What only those ask for who explain a rule.
struct RuleDetails {
  std::string_view since, rationale, file;
  std::vector<std::string_view> sources, disputed_by;
  std::vector<PackedExample> examples;
};

/// What a draft must hold for a rule to have anything to say of it.
struct RuleNeeds {
  bool wording = false;            ///< One of these; otherwise the rule may always speak.
  PhraseGroup phrases;             ///< Counts from the pack's own first group.
  std::string_view pattern_bytes;  ///< The needs of its patterns, as the pack has them.

  /// Whether one of the patterns may match.
  [[nodiscard]] bool may_match(const PatternText& text) const;
};

/// A rule of an opened pack; the views point into the pack's bytes. What most runs do not need is
/// read from these bytes when it is asked for.
class PackedRule {
 public:
  std::string_view id, category, message, help, check;
  Severity severity = Severity::off;
  std::vector<Stage> stages;                ///< Empty: all.
  std::string_view checklist_item;          ///< Empty: none.
  std::vector<Stage> checklist_required;    ///< As of ChecklistEntry.
  std::vector<std::string_view> yields_to;  ///< As of Rule.
  RuleNeeds needs;

  [[nodiscard]] RuleDetails details() const;
  /// The parameters of its check; its pack's first group of phrases has the number `first_group`.
  [[nodiscard]] Params params(std::uint32_t first_group = 0) const;

 private:
  friend class RulePack;
  std::string_view details_bytes_, params_bytes_;
};

class RulePack {
 public:
  /// `bytes` must outlive the pack and be 4-aligned. Fails on bytes that are no pack of this
  /// version.
  static Result<RulePack> open(std::string_view bytes);

  [[nodiscard]] std::span<const PackedRule> rules() const { return rules_; }
  [[nodiscard]] const PhraseBook& phrases() const { return phrases_; }
  /// The word lists, for rules of the user's own that name them.
  [[nodiscard]] WordLists word_lists() const;

 private:
  std::vector<PackedRule> rules_;
  PhraseBook phrases_;
  std::string_view word_lists_;  // bytes of the pack
};

}  // namespace mailcheck
