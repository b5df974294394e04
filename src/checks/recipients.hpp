#pragma once

// Whom the mail goes to.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `recipients` (default 2). Flags a mail to more people than that, or to people of
/// different organizations; the sender's own addresses do not count.
[[nodiscard]] Result<CheckFunction> make_group_mail(const Params& params);

/// Parameters: `names`, words of the part before the “@”. Flags the address of the To field in
/// which one of them stands as a whole (“jobs-noreply@…”); hyphens do not count.
[[nodiscard]] Result<CheckFunction> make_recipient_name(const Params& params);

/// Flags a mail that has a sender and a subject, as a mail program keeps it, and no recipient.
[[nodiscard]] Result<CheckFunction> make_missing_recipient(const Params& params);

}  // namespace mailcheck
