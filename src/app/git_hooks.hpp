#pragma once

// Where git looks for hooks, found by reading its files: the program starts no other one.

#include <string>

#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// The folder of the hooks of the repository around `folder`, absolute; it need not exist yet.
/// Follows the `.git` files of work trees and submodules, and `core.hooksPath` of the repository's
/// and the user's configuration (git-config(1); includes are not followed). `home` may be empty.
[[nodiscard]] Result<std::string> git_hooks_folder(const FileSystem& files,
                                                   const std::string& folder,
                                                   const std::string& home);

}  // namespace mailcheck
