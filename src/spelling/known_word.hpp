#pragma once

// Whether a word may be written so: the lexicon's forms in the cases in which they are right, with
// a full stop behind, in parts between hyphens. It gives the answers of `Hunspell::spell`, which a
// test compares on a million words.

#include <cstdint>
#include <string_view>

#include "spelling/lexicon.hpp"

namespace mailcheck {

enum class OwnWords { without, with };

/// The languages (bits as of `FormFlags::languages`) in which `word` is right. Apostrophes are
/// plain ones. A word of our own lists counts for every language. Takes some 50 ns.
[[nodiscard]] std::uint8_t languages_knowing(const Lexicon& lexicon, std::string_view word,
                                             OwnWords own);

}  // namespace mailcheck
