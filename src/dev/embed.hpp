#pragma once

// Turns bytes into a C++ source that holds them, so that they become read-only pages of the
// program.

#include <string>
#include <string_view>

namespace mailcheck {

/// C++ that defines `std::string_view mailcheck::<function>()` giving `bytes`, 4-aligned.
[[nodiscard]] std::string embedding_source(std::string_view function, std::string_view bytes);

}  // namespace mailcheck
