#pragma once

// Words in capitals that are no acronyms.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in` (regions; default subject, greeting, body, closing). Flags runs of two words or
/// more, and single everyday words of four letters or more.
[[nodiscard]] Result<CheckFunction> make_shouting(const Params& params);

}  // namespace mailcheck
