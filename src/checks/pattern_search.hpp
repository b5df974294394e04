#pragma once

// Runs a rule's PCRE2 patterns over the paragraphs of a draft. A pattern is compiled when a draft
// first holds the words that it needs, so that most runs compile none.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"

namespace mailcheck {

/// Bytes of a paragraph that a pattern sees at once; a longer paragraph is searched piece by piece.
inline constexpr std::size_t pattern_window = 8 * 1024;
/// Bytes of a draft's text above which patterns become machine code; see `RegexUse`.
inline constexpr std::size_t long_text = 64 * 1024;

class PatternSearch {
 public:
  /// The patterns must have been found valid (`Regex::compile`).
  explicit PatternSearch(std::vector<PatternSource> patterns);
  PatternSearch(PatternSearch&&) noexcept;
  ~PatternSearch();

  /// Matches in the paragraphs of the given regions, in order of the patterns, then of the text.
  [[nodiscard]] std::vector<TextSpan> find(const Context& context,
                                           std::span<const RegionKind> regions) const;

 private:
  struct Pattern;
  std::vector<std::unique_ptr<Pattern>> patterns_;
};

}  // namespace mailcheck
