#pragma once

// The check most rules use: phrases and patterns, with guards that silence them.

#include <vector>

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `phrases`, `patterns` (at least one of the two), `in` (regions; default body),
/// `unless` (guards within the clause), `unless-sentence`, `at-least` (report only when there are
/// so many hits; default 1), `replace` (what to write instead of a match), `replacements` (the same
/// by what was found, “wanna = want to”), `sure-stage` (hits are certain only when the stage of the
/// mail is given or clear), `unsigned` (silent when a full name stands below the closing). Nothing
/// within quotation marks is a hit.
[[nodiscard]] Result<CheckFunction> make_phrase(const Params& params);

/// The regions that a parameter names; `fallback` when it is not set. An error for a name that is
/// no region, or one whose text is never checked.
[[nodiscard]] Result<std::vector<RegionKind>> region_list(const Params& params,
                                                          std::string_view key,
                                                          std::vector<RegionKind> fallback);

}  // namespace mailcheck
