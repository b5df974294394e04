#pragma once

// A phrase that stands in a mail more often than it needs to.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `phrases`, `patterns` (one of them is needed), `most` (sentences that may hold one),
/// `in` (regions; default body). Flags the first match in the sentence after the last allowed one;
/// the detail is “in 5 sentences”.
[[nodiscard]] Result<CheckFunction> make_phrase_count(const Params& params);

}  // namespace mailcheck
