#pragma once

// Maildir: a folder of messages, one a file, whose flags stand in the file names
// (https://cr.yp.to/proto/maildir.html). Says which of them are drafts; it reads no message.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// Which messages of a Maildir are taken.
enum class MessageChoice {
  drafts,  ///< Those with flag D, but not those in the trash (flag T).
  all,
};

struct MaildirListing {
  std::vector<std::string> messages;  ///< Paths, those of `cur` before those of `new`, sorted.
  std::size_t passed_over = 0;
  std::vector<Error> errors;  ///< Of a half that cannot be listed.
};

/// Whether the path is a folder with the folders `cur` and `new`. `tmp` may be missing.
[[nodiscard]] bool is_maildir(const FileSystem& files, const std::string& folder);

/// Whether the path lies in `cur` or `new` of a Maildir.
[[nodiscard]] bool is_in_maildir(const FileSystem& files, std::string_view path);

/// The flags of a message: what follows “:2,” in its name, or “;2,” or “!2,” where a file system
/// knows no colons. Empty for a message that was not seen yet.
[[nodiscard]] std::string_view maildir_flags(std::string_view name);

/// The messages of `cur` and `new`. What is being delivered (`tmp`), hidden files and folders are
/// neither listed nor counted.
[[nodiscard]] MaildirListing list_maildir(const FileSystem& files, const std::string& folder,
                                          MessageChoice choice);
/// The same for one half, `cur` or `new` itself.
[[nodiscard]] MaildirListing list_maildir_half(const FileSystem& files, const std::string& half,
                                               MessageChoice choice);

}  // namespace mailcheck
