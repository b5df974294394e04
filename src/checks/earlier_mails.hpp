#pragma once

// How often, and when last, the same people or their company were written to.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `mails` (flags when so many went out before; default 3) within `days` before the
/// draft (default 60). Mails of one day to one company count once.
[[nodiscard]] Result<CheckFunction> make_mail_count(const Params& params);

/// Parameters: `days` and `from-days`: flags when the last mail is younger than `days` (default 5),
/// and not younger than `from-days` (default 0).
[[nodiscard]] Result<CheckFunction> make_mail_distance(const Params& params);

}  // namespace mailcheck
