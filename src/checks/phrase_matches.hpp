#pragma once

// The result of running all phrases over one draft: matches by group. A check asks for its group
// and never runs a phrase itself.

#include <cstdint>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "checks/params.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// A match of one phrase: the tokens [first, last) of `Text::tokens` and their bytes.
struct PhraseMatch {
  TextSpan span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  RegionKind region = RegionKind::body;
};

class PhraseMatches {
 public:
  explicit PhraseMatches(std::size_t groups = 0) : by_group_(groups) {}

  /// Matches of a group in order of the text, none overlapping another; empty for an absent group.
  [[nodiscard]] std::span<const PhraseMatch> of(PhraseGroup group) const {
    if (!group.present || group.index >= by_group_.size())
      return {};
    return by_group_[group.index];
  }
  [[nodiscard]] std::vector<PhraseMatch>& at(std::size_t group) { return by_group_.at(group); }
  [[nodiscard]] std::size_t size() const { return by_group_.size(); }

 private:
  std::vector<std::vector<PhraseMatch>> by_group_;
};

}  // namespace mailcheck
