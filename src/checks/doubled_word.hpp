#pragma once

// A word written twice in a row, also across a line break: “the the”.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in` (regions; default greeting, body, closing, subject), `allowed` (words that may
/// follow themselves: “that”, “had”). The repair removes the second.
[[nodiscard]] Result<CheckFunction> make_doubled_word(const Params& params);

}  // namespace mailcheck
