#pragma once

// What a text must hold for a pattern to match in it, told from the pattern alone: so most patterns
// are neither compiled nor run for a draft.

#include <string>
#include <string_view>

namespace mailcheck {

/// Stands for “no letter, digit or underscore here” at an end of a needed text.
inline constexpr char word_edge = '\x01';

/// One of `texts` stands in every text that the pattern matches. They end in a line break each;
/// where case does not matter, they are in lower case. No texts: anything may match.
struct PatternNeeds {
  bool case_matters = false;
  std::string texts;

  bool operator==(const PatternNeeds&) const = default;
};

/// The rarest needs that a look at the pattern gives, for text of Latin script: \d and \w match
/// more in other scripts. Linear in the length of the pattern.
[[nodiscard]] PatternNeeds pattern_needs(std::string_view pattern);

}  // namespace mailcheck
