#pragma once

// Other people's text below, or instead of, the writer's own.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `lines` (quoted lines from which on it is too much; default 80) and `times` (as many
/// as the writer's own lines; default 5); or `alone = true`: flags a mail of nothing but quotes.
[[nodiscard]] Result<CheckFunction> make_quote_share(const Params& params);

}  // namespace mailcheck
