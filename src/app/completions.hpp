#pragma once

// What completes `mailcheck` in a shell, written from the one table of commands and options.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

enum class Shell { bash, zsh, fish };

[[nodiscard]] std::optional<Shell> shell_named(std::string_view name);

/// A script for the shell. `rules`: ids and categories, which options and `explain` take.
[[nodiscard]] std::string completions_for(Shell shell, const std::vector<std::string>& rules);

}  // namespace mailcheck
