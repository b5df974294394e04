#pragma once

// More exclamation marks than a calm mail needs.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `max` (marks that pass), `in` (regions; default subject, body, closing). Flags those
/// beyond; a run “!!” is one.
[[nodiscard]] Result<CheckFunction> make_exclamation_marks(const Params& params);

}  // namespace mailcheck
