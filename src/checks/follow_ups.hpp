#pragma once

// How often the writer has written before.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `from`, `to`: flags a mail before which `from` to `to` others went out; `to` = 0:
/// any number from `from` on. Counts the facts' `previous-mails`. The detail is “2 mails”.
[[nodiscard]] Result<CheckFunction> make_follow_up_count(const Params& params);

}  // namespace mailcheck
