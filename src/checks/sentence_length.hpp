#pragma once

// Sentences with too many words.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `max` (words of a sentence of the body). Flags the first word beyond; lists and
/// sentences cut by semicolons are counted in their parts.
[[nodiscard]] Result<CheckFunction> make_sentence_length(const Params& params);

}  // namespace mailcheck
