#pragma once

// How far apart two words are, for telling what a misspelt word was meant to be.

#include <cstddef>
#include <string_view>

namespace mailcheck {

/// Number of letters inserted, left out, changed or swapped with their neighbour between two words
/// (Damerau's distance, optimal string alignment), without case. Words of more than
/// `spelling_word_limit` code points are as far apart as they are long.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);

/// The same, but each edit costs what its rarity as a slip deserves, about 10 on average: doubling
/// a letter and swapping two are cheap, a wrong first letter is dear.
[[nodiscard]] std::size_t edit_cost(std::string_view written, std::string_view meant);

}  // namespace mailcheck
