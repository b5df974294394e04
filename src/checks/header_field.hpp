#pragma once

// What stands in the header beside people and subject: requests to mail programs, who sends, and
// what the mail answers.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `fields` (names), `values` (what the value begins with; left out: anything). Flags
/// the first such field.
[[nodiscard]] Result<CheckFunction> make_header_field(const Params& params);

/// Parameters: `domains`. Flags a sender whose address belongs to one of them.
[[nodiscard]] Result<CheckFunction> make_sender_domain(const Params& params);

/// Parameters: `fault`, one of "fake-reply" (“Re:” above a mail that answers nothing), "new-thread"
/// (a mail that should answer one and does not). Only of whole mails as programs keep them.
[[nodiscard]] Result<CheckFunction> make_reply_thread(const Params& params);

}  // namespace mailcheck
