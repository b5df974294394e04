#pragma once

// “a” before a vowel sound and “an” before a consonant: “a interview”, “an university”. Where the
// sound is not certain, as in most acronyms, it stays silent.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in` (regions; default body and subject). The place is the article and the word
/// after it, the detail how they should read.
[[nodiscard]] Result<CheckFunction> make_article(const Params& params);

}  // namespace mailcheck
