#pragma once

// A greeting that misspells the name of the recipient.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Compares the greeting with the name of the only recipient; a name that is no
/// misspelling of it is not judged.
[[nodiscard]] Result<CheckFunction> make_greeting_name(const Params& params);

}  // namespace mailcheck
