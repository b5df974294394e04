#pragma once

// Reads address lists as people write them (RFC 5322 §3.4, leniently): display names, angle
// addresses, comments, groups; also bare names, and semicolons between addresses as Outlook has.

#include <cstddef>
#include <string_view>
#include <vector>

#include "mail/draft.hpp"

namespace mailcheck {

/// Addresses read of one kind (To, Cc, …); the rest is left out.
inline constexpr std::size_t address_limit = 1000;
/// Comments within comments; brackets deeper than that are text of the comment.
inline constexpr std::size_t comment_depth_limit = 8;

/// Appends the mailboxes of an unfolded field value to `mailboxes`, up to `address_limit`; returns
/// false when there were more. Encoded words in names are decoded; raw bytes beyond ASCII in a name
/// or an address are read as those of `decode_words`.
///
/// Groups are flattened and their names dropped; “undisclosed-recipients:;” is nobody. A comment
/// behind an address is the display name if there is no other, as was the custom before RFC 822.
/// A lone word without capital (“dana”) is an address without a domain, any other text a name.
///
/// “Park, Dana <dana@example.com>”, in which the quotes were forgotten, is one person, unless more
/// than one name stands before the comma or the first is of several words: a name without address
/// is no recipient, and so the reading in which each has an address is the likelier one.
[[nodiscard]] bool append_addresses(std::vector<Mailbox>& mailboxes, std::string_view value);

}  // namespace mailcheck
