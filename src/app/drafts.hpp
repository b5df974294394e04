#pragma once

// Finds the drafts that the paths on the command line mean.

#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// Folders within folders; what lies deeper is an error.
inline constexpr std::size_t folder_depth_limit = 32;

struct DraftPaths {
  std::vector<std::string> files;  ///< `-` for standard input.
  std::vector<Error> errors;       ///< Of paths that cannot be read; the others are still checked.
};

/// Files stand for themselves, folders for the `.txt`, `.eml`, `.mail` and `.draft` files below
/// them, sorted. Hidden files and links to folders are passed over.
[[nodiscard]] DraftPaths find_drafts(const FileSystem& files,
                                     const std::vector<std::string>& paths);

}  // namespace mailcheck
