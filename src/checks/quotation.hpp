#pragma once

// Words between quotation marks: somebody else's, or looked at from outside.

#include <string_view>

#include "base/span.hpp"
#include "mail/draft.hpp"

namespace mailcheck {

/// Bytes of the longest quotation that is looked for.
inline constexpr std::size_t quotation_limit = 300;

/// Whether `span` lies between two quotation marks of one paragraph, “ ”, „ “ or " ", with other
/// words or none beside it. Looks no further than `quotation_limit` to either side.
[[nodiscard]] bool is_within_quotation(std::string_view text, TextSpan span);

}  // namespace mailcheck
