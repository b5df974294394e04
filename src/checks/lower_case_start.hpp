#pragma once

// Sentences that begin in lower case.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in`, the regions. Flags the first word of a sentence, or of a paragraph after
/// another, when it is one that sentences begin with; “i” is left to a rule of its own, and an
/// abbreviation ends no sentence.
[[nodiscard]] Result<CheckFunction> make_lower_case_start(const Params& params);

}  // namespace mailcheck
