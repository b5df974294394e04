#pragma once

// A mail that names none of several interviewers.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Silent unless the facts hold two interviewers or more and the draft is a whole
/// mail. The detail is their names.
[[nodiscard]] Result<CheckFunction> make_interviewers_not_named(const Params& params);

}  // namespace mailcheck
