#pragma once

// The check of rules that judge a stance, such as blame or a claim, by a sum: words of several
// grades stand in one clause, and together they say what none of them says alone. What the words
// are is the rules' business.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters, phrases all: `strong`, `clear` and `faint` are signs of the stance and count 3, 2
/// and 1; `against` speaks against it and takes 2 away; `expected` says nothing. After a phrase of
/// `turn` a sign counts nothing, and what is expected or speaks against the stance counts 2 for it:
/// it is missing. Words within a phrase of `harmless` are
/// no sign and no turn. `about`: only in sentences with one of
/// these. `unless`, `unless-sentence`, `unless-mail`: silent when one stands in the clause, the
/// sentence, the mail. Numbers: `least`, the sum that is reported; `below`, the sum that is no
/// longer (default 0: none). `in`: regions (default: body). Faint signs alone are never reported,
/// and nothing within quotation marks counts.
[[nodiscard]] Result<CheckFunction> make_stance(const Params& params);

}  // namespace mailcheck
