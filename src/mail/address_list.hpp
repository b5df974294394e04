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

/// Appends the mailboxes of an unfolded field value to `mailboxes`, up to `address_limit`. Groups
/// are flattened, comments dropped, encoded words in display names decoded. A lone word without
/// capital (“dana”) is an address without a domain, any other text a display name.
void append_addresses(std::vector<Mailbox>& mailboxes, std::string_view value);

}  // namespace mailcheck
