#pragma once

// The one table of commands and options. The command line is parsed by it (options.cpp,
// quick_options.cpp); helps, completions and the options in the manual are written from it.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/options.hpp"

namespace mailcheck {

struct CommandRow {
  std::string_view name;
  Command command;
  std::string_view arguments;  ///< A word for each; “a|b” is a choice, “…” may be repeated.
  std::string_view summary;
};

/// What the command line says, not understood yet.
struct RawOptions {
  std::string format = "text", stage = "auto", language, fail_on, color = "auto", progress = "auto";
  std::string columns, now, jobs = "0", config_file, context_file, files_from, stdin_filename,
                            baseline;
  std::vector<std::string> select, ignore, severities, sent;
  bool quiet = false, verbose = false, all = false, stdio = false;
  bool fix = false, unsafe_fixes = false, diff = false;
  bool no_config = false, ends_with_nul = false, origin = false, coverage = false;
  bool writes_baseline = false;
};

/// Where a value goes: a flag, one value of which the last counts, or a list.
using OptionTarget = std::variant<bool RawOptions::*, std::string RawOptions::*,
                                  std::vector<std::string> RawOptions::*>;

struct OptionRow {
  std::string_view long_name;   ///< With its dashes.
  std::string_view short_name;  ///< With its dash; empty: none.
  OptionTarget target;
  std::string_view value;      ///< “a|b” is a choice; empty: a flag.
  std::string_view help;       ///< No period.
  unsigned commands;           ///< A bit for each command that has it.
  bool is_common = false;      ///< In the short help of `check`.
  bool is_comma_list = false;  ///< Several values with commas between them.

  [[nodiscard]] bool is_of(Command command) const;
};

/// Sorted by name, but `check`, which is meant when none is named, is the first.
[[nodiscard]] std::span<const CommandRow> command_rows();
/// What people ask for most comes first. `--help`, `--help-all` and `--version` are not among them:
/// every command has them.
[[nodiscard]] std::span<const OptionRow> option_rows();

}  // namespace mailcheck
