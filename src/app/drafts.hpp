#pragma once

// Finds the drafts that the paths on the command line mean. It lists folders and reads no file;
// what is in a file is found out by app/message_file.hpp.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/maildir.hpp"
#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// Folders within folders; what lies deeper is an error.
inline constexpr std::size_t folder_depth_limit = 32;

struct DraftPaths {
  std::vector<std::string> files;  ///< `-` for standard input.
  std::vector<Error> errors;       ///< Of paths that cannot be read; the others are still checked.
  std::vector<Error> remarks;      ///< Paths in which there is nothing to check, and why.
  std::vector<Error> details;      ///< What was passed over, for `--verbose`.
};

/// Whether a file in a folder is a draft; nothing: its name decides.
using IsDraft = std::function<std::optional<bool>(const std::string& path)>;

/// Files stand for themselves. A Maildir stands for its drafts, or with `MessageChoice::all` for
/// all its messages. Any other folder stands for the `.txt`, `.eml`, `.mail`, `.draft` and `.mbox`
/// files, or for those of which `is_draft` says so, and the Maildirs below it. Each is sorted by
/// path. Hidden files, hidden folders that are no Maildirs, and links to folders are passed over.
[[nodiscard]] DraftPaths find_drafts(const FileSystem& files, const std::vector<std::string>& paths,
                                     MessageChoice choice = MessageChoice::drafts,
                                     const IsDraft& is_draft = {});

}  // namespace mailcheck
