#pragma once

// A company in the text that is not the one of the facts: a name left over from another mail.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// No parameters. Silent without a company in the facts. A name counts as a company's only where
/// the sentence says so (“the position at …”, “the chance of joining …”), and it is not judged
/// where it may be a former employer's, a person's, a department's or a place's, or when an address
/// or the quoted mail has it. The detail is the company of the facts.
[[nodiscard]] Result<CheckFunction> make_wrong_company(const Params& params);

}  // namespace mailcheck
