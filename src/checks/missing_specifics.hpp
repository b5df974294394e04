#pragma once

// A mail that could have been written after any interview.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `min-words` (silent in shorter mails). Flags the end of the first paragraph of a
/// whole mail, which gives thanks or is surely of its stage, in which nothing refers to what was
/// said or seen.
[[nodiscard]] Result<CheckFunction> make_missing_specifics(const Params& params);

}  // namespace mailcheck
