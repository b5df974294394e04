#pragma once

// The version of the program and of what is in it, as the build knows them.

#include <string>
#include <string_view>

namespace mailcheck {

[[nodiscard]] std::string_view program_version();

/// The libraries and the dictionaries that the program was built with, one a line.
[[nodiscard]] std::string program_parts();

}  // namespace mailcheck
