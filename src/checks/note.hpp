#pragma once

// Strange things that reading the draft has noticed.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `kinds`: "invalid-utf8", "control-character", "mixed-line-ends",
/// "unsupported-content", "malformed-header". The detail is the note.
[[nodiscard]] Result<CheckFunction> make_note(const Params& params);

}  // namespace mailcheck
