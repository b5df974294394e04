#pragma once

// Two spaces between two words of a line.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in`, the regions. Two spaces behind a mark (“time.  Thank”) are a habit, and many
/// in one paragraph columns or justified lines; both are left alone.
[[nodiscard]] Result<CheckFunction> make_double_space(const Params& params);

}  // namespace mailcheck
