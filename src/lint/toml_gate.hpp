#pragma once

// Looks at TOML text before toml++ 3.3 does, and refuses what makes it abort or overflow the stack:
// an unclosed `[`, letters beyond ASCII in a bare key, very long dotted keys, deep nesting.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mailcheck {

struct TomlRefusal {
  std::size_t offset;  ///< Byte of the text.
  std::string message;
};

/// Why the text must not reach the parser, or nothing. Linear, no recursion.
[[nodiscard]] std::optional<TomlRefusal> refuse_toml(std::string_view text);

}  // namespace mailcheck
