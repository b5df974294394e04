#pragma once

// What `--help`, `--help-all` and `--version` print. Each help but that with all options fits a
// terminal of 80 columns and 24 lines.

#include <string>

#include "app/option_table.hpp"

namespace mailcheck {

/// A few lines for somebody who typed nothing but the name of the program.
[[nodiscard]] std::string short_help();

/// The commands, for `mailcheck --help`.
[[nodiscard]] std::string program_help();

enum class HelpExtent { common, all };

/// One command: its usage and its options.
[[nodiscard]] std::string command_help(const CommandRow& command, HelpExtent extent);

/// The program, the libraries in it and the dictionaries, one a line.
[[nodiscard]] std::string version_text();

}  // namespace mailcheck
