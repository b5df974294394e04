#pragma once

// A word that a misspelt one may have been meant as, with what speaks against it.

#include <cstddef>
#include <string>

namespace mailcheck {

/// Costs are in hundredths: a wrong letter costs about 1.
struct Candidate {
  std::string text;
  std::size_t edits = 0;   ///< What the slips cost that it takes: `edit_cost`.
  std::size_t rarity = 0;  ///< What it costs that people seldom write it.
  std::size_t other = 0;   ///< What speaks against it besides.

  [[nodiscard]] std::size_t cost() const { return edits + rarity + other; }
};

}  // namespace mailcheck
