#pragma once

// How sure it is that an unknown word is a slip. Most unknown words that are no slip are jargon,
// abbreviations and new formations, and these are seldom a letter away from a word that was meant.

#include <string>
#include <string_view>
#include <vector>

#include "spelling/speller.hpp"

namespace mailcheck {

/// Whether `word`, an unknown word in lower case without a possessive ending, is surely a slip.
/// `meant`: what it may have been meant as, best first. `times`: how often the draft writes it so.
[[nodiscard]] bool is_sure_slip(const Speller& speller, std::string_view word,
                                const std::vector<std::string>& meant, std::size_t times);

}  // namespace mailcheck
