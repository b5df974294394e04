#pragma once

// Too many paragraphs, and paragraphs too long to be read at a glance.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `max` (paragraphs of the body), the name of a stage (`max` for drafts surely of it),
/// `min-words` (shorter paragraphs do not count). Flags the first word of the first paragraph too
/// many.
[[nodiscard]] Result<CheckFunction> make_paragraph_count(const Params& params);

/// Parameters: `max-words`; `max-sentences`, which counts only from `min-words` words on. Flags the
/// first word of each such paragraph; lists are left alone.
[[nodiscard]] Result<CheckFunction> make_paragraph_length(const Params& params);

}  // namespace mailcheck
