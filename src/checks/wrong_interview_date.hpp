#pragma once

// A date in the text for the interview that is not that of the facts.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Silent without the interview's date in the facts. Looks at the first date, or a
/// weekday alone, behind “interview”, “meeting”, “spoke” and the like in a sentence that tells of
/// the past. A weekday alone is only judged when the mail is sent within six days of the interview.
/// The detail is the interview's day.
[[nodiscard]] Result<CheckFunction> make_wrong_interview_date(const Params& params);

}  // namespace mailcheck
