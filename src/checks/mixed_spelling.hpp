#pragma once

// British and American spelling in one draft. A witness is a word that one of the two dictionaries
// lacks while it has the same word in the other spelling: “colour” and “color”.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `in`, the regions. Flags the first place of each word of the spelling that has fewer
/// words, or comes later. Words with a capital may be names and count for nothing, as do
/// quotations. When the reader chose one of the two, a word of the other is misspelt and not of
/// this check.
[[nodiscard]] Result<CheckFunction> make_mixed_spelling(const Params& params);

}  // namespace mailcheck
