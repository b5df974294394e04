#pragma once

// What the build puts into the program: generated .cpp files define these.

#include <string_view>

namespace mailcheck {

/// The shipped rules as a pack (lint/rule_pack.hpp), 4-aligned.
[[nodiscard]] std::string_view embedded_rules();

/// The shipped configurations (lint/presets.hpp), 4-aligned.
[[nodiscard]] std::string_view embedded_presets();

}  // namespace mailcheck
