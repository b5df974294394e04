#pragma once

// The version of the program, as meson.build has it.

#include <string_view>

namespace mailcheck {

[[nodiscard]] std::string_view program_version();

}  // namespace mailcheck
