#pragma once

// How long the patterns of a stranger may search in one draft. Counted in steps rather than in
// time, so that the same draft gets the same answer on every machine.

#include <cstddef>

namespace mailcheck {

/// Steps of PCRE2 that the patterns of one rule may take in one draft: some 40 milliseconds.
inline constexpr std::size_t rule_step_limit = 2'000'000;
/// The same for all rules together.
inline constexpr std::size_t draft_step_limit = 20'000'000;

/// Whose a pattern is. Those that come with the program are known to be quick, and not counted.
enum class PatternOrigin { shipped, own };

/// Belongs to one run over one draft.
class SearchBudget {
 public:
  void begin_rule(PatternOrigin origin) {
    origin_ = origin;
    rule_steps_ = 0;
    gave_up_ = false;
  }
  [[nodiscard]] PatternOrigin origin() const { return origin_; }
  /// Whether a search may go on for another step; after the last one it has given up.
  [[nodiscard]] bool take_step() { return take_steps(1); }
  /// The same for steps that were taken at once.
  [[nodiscard]] bool take_steps(std::size_t count) {
    gave_up_ = gave_up_ || rule_steps_ >= rule_step_limit || draft_steps_ >= draft_step_limit;
    if (gave_up_)
      return false;
    rule_steps_ += count;
    draft_steps_ += count;
    return true;
  }
  /// The rule is not searched for any further.
  void give_up() { gave_up_ = true; }
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  PatternOrigin origin_ = PatternOrigin::shipped;
  std::size_t rule_steps_ = 0;
  std::size_t draft_steps_ = 0;
  bool gave_up_ = false;
};

}  // namespace mailcheck
