#pragma once

// The paths that `--files-from` names, for runs of more files than a command line holds.

#include <string>
#include <vector>

#include "app/session.hpp"
#include "base/result.hpp"

namespace mailcheck {

/// Bytes of such a list; a longer one is an error.
inline constexpr std::size_t path_list_limit = std::size_t{256} << 20;

/// The arguments of the command line, then the paths of the list, if one was named. Empty lines are
/// no paths. In the list “-” is an error: standard input is no file.
[[nodiscard]] Result<std::vector<std::string>> paths_of(const Session& session);

}  // namespace mailcheck
