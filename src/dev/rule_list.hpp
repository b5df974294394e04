#pragma once

// rules/meson.build, the list of rule files that the build depends on. It is generated, since Meson
// does not look into folders.

#include <string>

#include "base/file.hpp"
#include "base/result.hpp"

namespace mailcheck::dev {

/// The text of rules/meson.build for the files below `rules_folder` as they are now.
[[nodiscard]] Result<std::string> rule_list(const FileSystem& files,
                                            const std::string& rules_folder);

}  // namespace mailcheck::dev
