#pragma once

// Reads the mails that drafts are compared with: those of `--sent`, and the other drafts of the
// run. Only a record of each is kept; see facts/sent_mail.hpp.

#include <cstddef>
#include <string>
#include <vector>

#include "app/message_file.hpp"
#include "base/file.hpp"
#include "base/result.hpp"
#include "facts/sent_mail.hpp"

namespace mailcheck {

/// Mails of `--sent` that are read, from the end of each mbox and Maildir, where the newest are.
inline constexpr std::size_t sent_mail_limit = 5000;
/// Bytes of them.
inline constexpr std::size_t sent_bytes_limit = std::size_t{256} << 20;
/// Drafts of one run that are compared with one another: the first ones.
inline constexpr std::size_t compared_draft_limit = 200;

struct SentFolders {
  SentMails sent;
  std::vector<Error> errors;   ///< Of what was named and cannot be read.
  std::vector<Error> remarks;  ///< Limits that were hit, and mails that were left out.
};

/// Reads all messages of files, mboxes, Maildirs and folders.
[[nodiscard]] SentFolders read_sent_mails(const FileSystem& files,
                                          const std::vector<std::string>& paths);

/// Appends the drafts in `file` to `drafts`, up to `compared_draft_limit`; returns false when there
/// were more. What cannot be read is left to the check that reads it again.
bool append_drafts(SentMails& drafts, const MessageFile& file);

}  // namespace mailcheck
