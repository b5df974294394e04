#pragma once

// A greeting that greets somebody else than the mail goes to.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `against`, "recipients" or "interviewers". Against the recipients the greeting must
/// fit nobody in To, Cc and the quoted mail, and every recipient must have a full name. Against the
/// interviewers of the facts it is only judged when no recipient has one. Pet forms, initials and
/// slips fit. The detail is the name of the recipient, or the names of the interviewers.
[[nodiscard]] Result<CheckFunction> make_wrong_recipient(const Params& params);

}  // namespace mailcheck
