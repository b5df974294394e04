#pragma once

// Values written as TOML, for commands that show a configuration.

#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// `text` as a string, with its quotes.
[[nodiscard]] std::string toml_quoted(std::string_view text);
/// A key, in quotes when it needs them.
[[nodiscard]] std::string toml_key(std::string_view key);
/// A list of strings on one line.
[[nodiscard]] std::string toml_list(const std::vector<std::string>& items);

}  // namespace mailcheck
