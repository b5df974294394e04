#pragma once

// A phrase that stands in too large a share of the sentences.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `phrases`, `percent` (of the sentences of the body; flagged above it),
/// `min-sentences`. Flags the first match; the detail is “7 of 8 sentences”.
[[nodiscard]] Result<CheckFunction> make_phrase_share(const Params& params);

}  // namespace mailcheck
