#pragma once

// Round brackets and quotation marks of which a paragraph holds only one half.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in`, the regions. Flags one bracket and one quotation mark a paragraph at most.
/// “a)” of a list, emoticons, inches and a bracket around several paragraphs are left alone.
[[nodiscard]] Result<CheckFunction> make_unbalanced_mark(const Params& params);

}  // namespace mailcheck
