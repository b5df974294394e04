#pragma once

// A weekday beside a date that is none: “Tuesday, 4 March 2026”.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. A date without a year counts as the one nearest to the dates of the facts, to the
/// field Date or to a given time of sending; without any of these it is not judged. The detail is
/// the right weekday.
[[nodiscard]] Result<CheckFunction> make_weekday_mismatch(const Params& params);

}  // namespace mailcheck
