#pragma once

// A greeting that misspells the name of the recipient or of an interviewer.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Compares the greeting with the name of the only recipient and with the
/// interviewers of the facts; a name that is no slip of theirs is not judged. The detail is the
/// name as it should be.
[[nodiscard]] Result<CheckFunction> make_greeting_name(const Params& params);

}  // namespace mailcheck
