#pragma once

// The form of greeting and signature, where they are there.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Flags a greeting on a line of its own that ends in no comma, colon, dash or exclamation mark.
[[nodiscard]] Result<CheckFunction> make_greeting_mark(const Params& params);

/// Parameters: `lines` (default 6). Flags the first line of a signature that is beyond.
[[nodiscard]] Result<CheckFunction> make_signature_length(const Params& params);

}  // namespace mailcheck
