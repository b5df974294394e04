#pragma once

// Emoji and emoticons.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in` (regions; default subject, greeting, body, closing).
[[nodiscard]] Result<CheckFunction> make_emoji(const Params& params);

}  // namespace mailcheck
