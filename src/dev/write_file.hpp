#pragma once

// Writes files that mailcheck-dev generates. Not for drafts: it makes no promise about a crash.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace mailcheck::dev {

/// Replaces the content of a file.
Result<void> write_file(const std::string& path, std::string_view content);

}  // namespace mailcheck::dev
