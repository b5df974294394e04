#pragma once

// The check of a rule that the lint itself applies; see lint/waivers.hpp.

#include "checks/check.hpp"

namespace mailcheck {

/// A waiver in the header that waives nothing. Known only when all other rules have spoken, so that
/// the lint itself finds them; the rule gives them their words and severity.
[[nodiscard]] Result<CheckFunction> make_unused_waiver(const Params& params);

}  // namespace mailcheck
