#pragma once

// The options of each command: one table, for CLI11 and for the quick way around it.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/options.hpp"

namespace mailcheck {

/// What the command line says, not understood yet.
struct RawOptions {
  std::string format = "text", stage = "auto", language, fail_on, color = "auto", progress = "auto";
  std::string columns, now, jobs = "0", config_file, context_file, files_from, stdin_filename;
  std::vector<std::string> select, ignore, severities, sent;
  bool quiet = false, verbose = false, all = false, stdio = false;
  bool fix = false, unsafe_fixes = false, diff = false;
  bool no_config = false, ends_with_nul = false, origin = false, coverage = false;
};

/// Where a value goes: a flag, one value of which the last counts, or a list.
using OptionTarget = std::variant<bool RawOptions::*, std::string RawOptions::*,
                                  std::vector<std::string> RawOptions::*>;

struct OptionSpec {
  const char* names;  ///< “-j,--jobs”
  OptionTarget target;
  const char* help;
  const char* value = "";   ///< What help calls the value.
  bool has_commas = false;  ///< One value of a list holds several, with commas between them.
};

/// In groups, in the order of the help.
[[nodiscard]] std::vector<std::span<const OptionSpec>> options_of(Command command);

}  // namespace mailcheck
