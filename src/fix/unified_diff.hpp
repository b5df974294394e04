#pragma once

// Two texts as a unified diff, as `diff -u` prints it and `patch` reads it.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

/// Lines that stay, around those that change.
inline constexpr std::size_t diff_context = 3;

/// Empty when the texts are equal. Lines are those between LFs, a CR before one is part of its
/// line; a text without a final LF is marked as `diff` does. Bytes are shown as they are.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before,
                                       std::string_view after);

}  // namespace mailcheck
