#pragma once

// Checks of the time between the interview and the sending, and of the hour of the sending. They
// are silent without a fact to compare the sending with.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `after` (hours since the interview; a mail sent later is flagged), `until` (working
/// hours: what is later than these is left to another rule; 0: no end), `working` (whether `after`
/// leaves out the weekend). An interview with a day and no time counts as one at the end of it. The
/// detail is “3 days”.
[[nodiscard]] Result<CheckFunction> make_late_thanks(const Params& params);

/// Parameter: `hours`. Flags a mail sent within that many hours of the interview's beginning. The
/// detail is “20 minutes”.
[[nodiscard]] Result<CheckFunction> make_early_thanks(const Params& params);

/// Parameters: `from`, `days`: flags a question that is sent `from` or more, and less than `days`
/// working days after the interview; with `decision`, also one sent before the working day after
/// the day by which they wanted to decide. With such a day the other count does not matter.
[[nodiscard]] Result<CheckFunction> make_early_inquiry(const Params& params);

/// Parameters: `from-hour`, `to-hour`. Flags a mail that arrives on a weekend or outside of these
/// hours in the recipient's time zone. The detail is “Saturday, 23:40”.
[[nodiscard]] Result<CheckFunction> make_office_hours(const Params& params);

}  // namespace mailcheck
