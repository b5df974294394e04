#pragma once

// The quick way around CLI11, which takes longer to set up than reading a draft: plain long options
// and their values, each said once. What is anything else is CLI11's.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/option_table.hpp"

namespace mailcheck {

struct QuickOptions {
  RawOptions raw;
  std::vector<std::string> paths;  ///< Arguments that are no options.
};

/// Reads the arguments before “--”. None where it takes more than a glance to say what they mean,
/// wrong and unknown options included.
[[nodiscard]] std::optional<QuickOptions> read_quickly(Command command,
                                                       std::span<const std::string> arguments);

}  // namespace mailcheck
