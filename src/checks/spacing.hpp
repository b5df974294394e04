#pragma once

// Spaces and full stops that slipped: a space before a comma, none after it, two full stops.
// Numbers, links, ellipses and code are left alone.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in` (regions; default greeting, body, closing, subject). The detail says what it
/// is.
[[nodiscard]] Result<CheckFunction> make_spacing(const Params& params);

}  // namespace mailcheck
