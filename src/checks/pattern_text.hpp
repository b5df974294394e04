#pragma once

// The text of a draft as patterns see it, and a quick answer to which patterns can match in it at
// all. Made once for a draft.

#include <string>
#include <string_view>

#include "base/pattern_needs.hpp"
#include "base/span.hpp"
#include "base/text_grams.hpp"

namespace mailcheck {

class PatternText {
 public:
  explicit PatternText(std::string_view draft_text);

  /// The draft's text, of the same length, every line break a space.
  [[nodiscard]] std::string_view line() const { return line_; }
  /// Whether a pattern with these needs may match within a part. Says no only when it cannot.
  [[nodiscard]] bool may_match(const PatternNeeds& needs, TextSpan part) const;
  /// The same for the whole text; `texts` as in PatternNeeds.
  [[nodiscard]] bool may_match(bool case_matters, std::string_view texts) const;

 private:
  [[nodiscard]] bool may_match(bool case_matters, std::string_view texts, TextSpan part) const;

  std::string line_;
  std::string lower_;
  TextGrams grams_;  // Of `lower_`.
  bool is_plain_;    // Of Latin script and its marks, so that the needs say all.
};

}  // namespace mailcheck
