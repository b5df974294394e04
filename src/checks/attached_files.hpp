#pragma once

// What of a mail's parts its reader would call an attachment.

#include <vector>

#include "checks/check.hpp"
#include "mail/draft.hpp"

namespace mailcheck {

/// The files that come with the mail, in its order. Signatures, keys, invitations, visiting cards,
/// and the images of its HTML are none.
[[nodiscard]] std::vector<const Attachment*> attached_files(const Draft& draft);

/// Whether the draft has, or names for its mail program, anything that may be an attachment:
/// “Attach:” of mutt, “<#part filename=…>” of Emacs. When in doubt, yes.
[[nodiscard]] bool may_have_attachment(const Draft& draft);

/// Whether the draft has the form in which a mail program holds mails, so that what is not there
/// was not added.
[[nodiscard]] bool is_mime_message(const Draft& draft);

/// Parameters as those of `phrase`, and `in-message` (default true): whether to look at mails that
/// could hold attachments, or at plain drafts, which cannot. Silent when the mail has one, and
/// where the paragraph has a link.
[[nodiscard]] Result<CheckFunction> make_announced_attachment(const Params& params);

/// Parameters: `more-than` (files; default 1), `up-to` (no more than these), `megabytes` (of all
/// files; 0: any), `phrases` (wordings that show that the reader wants them: silent), `patterns`.
[[nodiscard]] Result<CheckFunction> make_attachment_count(const Params& params);

/// Parameters: `patterns`, of names without their suffix, and `company` (whether to look for the
/// names of other companies).
[[nodiscard]] Result<CheckFunction> make_attachment_name(const Params& params);

}  // namespace mailcheck
