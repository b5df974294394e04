#pragma once

// A mail, or a fragment of one, that is made of stock phrases only.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `phrases`; `percent` (of the sentences of the body that must be stock; default 66);
/// `fragments` (true: speaks of fragments only and flags every stock sentence; false: of whole
/// mails only and flags the first). Silent as soon as something particular is said.
[[nodiscard]] Result<CheckFunction> make_stock_phrases(const Params& params);

}  // namespace mailcheck
