#pragma once

// Something that a whole mail should say, and does not.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `phrases` and `patterns` (one of them is enough to be silent), `in` (regions;
/// default subject and body), `place` (where it belongs, see checks/place.hpp), `late` (silent when
/// it is nowhere; flags when it is not in the first paragraph), `min-words` (silent in shorter
/// mails), `facts` (a word of the company's name or of the position is enough,
/// too), `needs-closing` (silent in mails without a closing).
[[nodiscard]] Result<CheckFunction> make_missing(const Params& params);

/// Parameters: `part`, one of "greeting", "closing", "name", "subject".
[[nodiscard]] Result<CheckFunction> make_missing_part(const Params& params);

}  // namespace mailcheck
