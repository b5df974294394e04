#pragma once

// Reads the mails that drafts are compared with: those of `--sent`, and the other drafts of the
// run. Only a record of each is kept; see facts/sent_mail.hpp.

#include <cstddef>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"
#include "facts/sent_mail.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Mails of `--sent` that are read, from the end of each mbox and Maildir, where the newest are.
inline constexpr std::size_t sent_mail_limit = 5000;
/// Bytes of them.
inline constexpr std::size_t sent_bytes_limit = std::size_t{256} << 20;

struct SentFolders {
  std::vector<SentMail> mails;
  std::vector<Error> errors;   ///< Of what was named and cannot be read.
  std::vector<Error> remarks;  ///< Limits that were hit, and mails that were left out.
};

/// Reads all messages of files, mboxes, Maildirs and folders.
[[nodiscard]] SentFolders read_sent_mails(const FileSystem& files,
                                          const std::vector<std::string>& paths);

/// The record of a draft of this run.
[[nodiscard]] SentMail record_of_draft(const Source& source);

}  // namespace mailcheck
