#pragma once

// The text of a draft as patterns see it, and a quick answer to which patterns can match in it at
// all. Made once for a draft.

#include <string>
#include <string_view>

#include "base/pattern_needs.hpp"
#include "base/text_grams.hpp"

namespace mailcheck {

class PatternText {
 public:
  explicit PatternText(std::string_view draft_text);

  /// The draft's text, of the same length, every line break a space.
  [[nodiscard]] std::string_view line() const { return line_; }
  /// Whether a pattern with these needs may match within `part`, a piece of `line()`. Says no only
  /// when it cannot.
  [[nodiscard]] bool may_match(const PatternNeeds& needs, std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool may_match(const PatternNeeds& needs) const {
    return may_match(needs, 0, line_.size());
  }

 private:
  [[nodiscard]] bool holds(std::string_view text, std::string_view needed, std::size_t begin,
                           std::size_t end) const;

  std::string line_;
  std::string lower_;
  TextGrams grams_;  // Of `lower_`.
  bool is_plain_;    // Of Latin script and its marks, so that the needs say all.
};

}  // namespace mailcheck
