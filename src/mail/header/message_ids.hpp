#pragma once

// Reads message ids (RFC 5322 §3.6.4), as In-Reply-To and References hold them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// Message ids read of one kind of field; the rest is left out.
inline constexpr std::size_t message_id_limit = 1000;

/// Appends the message ids of an unfolded field value with their angle brackets to `ids`, up to
/// `message_id_limit`; returns false when there were more. Whatever else stands there, as “Your
/// mail of Tuesday” did before RFC 822, is passed over.
[[nodiscard]] bool append_message_ids(std::vector<std::string>& ids, std::string_view value);

}  // namespace mailcheck
