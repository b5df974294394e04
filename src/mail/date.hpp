#pragma once

// Reads the date of a header field (RFC 5322 §3.3, the obsolete forms of §4.3 included).

#include <optional>
#include <string_view>

#include "mail/draft.hpp"

namespace mailcheck {

/// The date in an unfolded field value, comments dropped; nothing when it is no date. Lenient: the
/// week day is optional and not checked, names may be in any case or written out, seconds and zone
/// may lack, years of two or three digits count as §4.3 says, zones may be names.
[[nodiscard]] std::optional<DateTime> parse_date(std::string_view value);

}  // namespace mailcheck
