#pragma once

// A subject that mail programs cut off.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `max` (characters). Flags what lies beyond.
[[nodiscard]] Result<CheckFunction> make_subject_length(const Params& params);

}  // namespace mailcheck
