#pragma once

// Reads the date of a header field (RFC 5322 §3.3, the obsolete forms of §4.3 included).

#include <optional>
#include <string_view>

#include "mail/draft.hpp"

namespace mailcheck {

/// The date in an unfolded field value, comments dropped; nothing when it is no date. Lenient: the
/// week day is optional and not checked, names may be in any case or written out, the parts may
/// stand in the order of C's `asctime` (“Mar 3 09:00:00 2026”) or be joined by hyphens, time,
/// seconds and zone may lack, years of two or three digits count as §4.3 says, zones may be names.
/// A day or a time that no calendar has is no date.
[[nodiscard]] std::optional<DateTime> parse_date(std::string_view value);

}  // namespace mailcheck
