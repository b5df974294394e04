#pragma once

// The rules of a run: shipped ones from the pack in the program, the user's own from their files,
// each with the severity and options that the configuration gives it.

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"
#include "checks/check.hpp"
#include "checks/phrase_book.hpp"
#include "lint/config.hpp"
#include "lint/rule.hpp"
#include "lint/rule_pack.hpp"

namespace mailcheck {

class LazyCheck;

struct ActiveRule {
  const PackedRule* rule;
  Severity severity;
  LazyCheck* check;
  std::size_t first_group;  ///< Where the phrase groups of its pack begin.
  PatternOrigin origin;     ///< Of its patterns.

  /// Whether the rule may have anything to say of a draft with these phrases and this text.
  [[nodiscard]] bool may_speak(const PhraseMatches& phrases, const PatternText& text) const;
  /// Makes the check when it is first asked for. May be called by several threads at once.
  [[nodiscard]] std::vector<Hit> run(const Context& context) const;
};

class RuleSet {
 public:
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  /// Shipped rules from `shipped` (bytes of a pack, which must outlive the set), and the rules of
  /// `config.rule_paths`. Fails on a name in the configuration that is no rule, a wrong option or a
  /// broken rule file.
  static Result<RuleSet> build(std::string_view shipped, const FileSystem& files,
                               const Config& config);

  /// Rules that are not off, sorted by id.
  [[nodiscard]] std::span<const ActiveRule> active() const { return active_; }
  /// Every rule, off or not, sorted by category and id.
  [[nodiscard]] std::vector<const PackedRule*> all() const;
  [[nodiscard]] const PackedRule* find(std::string_view id) const;
  /// The severity a rule has in this run.
  [[nodiscard]] Severity severity_of(const PackedRule& rule) const;
  /// The number that an active rule has as its parameter `key` in this run, the first of `keys`
  /// that it has; none when it has none of them, or is off.
  [[nodiscard]] std::optional<std::int64_t> number_of(
      std::string_view id, std::initializer_list<std::string_view> keys) const;
  /// Runs every phrase over a draft, once. The budget has given up when the user's own phrases took
  /// too many steps.
  [[nodiscard]] PhraseMatches match_phrases(const Draft& draft, const Text& text,
                                            SearchBudget& budget) const;

 private:
  RuleSet();
  Result<void> add_pack(std::string_view bytes);
  Result<void> activate(const Config& config);

  std::vector<std::unique_ptr<std::string>> own_packs_;  // the user's packs; their bytes never move
  std::vector<std::unique_ptr<RulePack>> packs_;
  std::vector<ActiveRule> active_;
  std::vector<LazyCheck> checks_;  // of `active_`
  std::vector<SeverityChoice> severities_;
  std::vector<std::string> select_, ignore_;
  std::map<std::string, Params> options_;  // of the configuration, by rule
};

}  // namespace mailcheck
