#pragma once

// What the program learns from the process it runs in, read once, so that commands depend on values
// and not on the machine.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.hpp"
#include "base/result.hpp"
#include "facts/calendar.hpp"
#include "report/paint.hpp"

namespace mailcheck {

enum class ColorChoice { automatic, always, never };

struct Environment {
  std::string current_folder;
  std::string user_config;  ///< Path of the user's configuration; empty without a home folder.
  std::string user_words;   ///< Path of the user's own words; empty without a home folder.
  bool terminal_in = false;
  bool terminal_out = false;
  bool terminal_error = false;
  bool pipe_out = false;  ///< Standard output is a pipe.
  std::size_t terminal_width = 80;
  std::size_t error_width = 80;  ///< Columns of the terminal on standard error, however few.
  bool no_color = false;       ///< NO_COLOR is set (https://no-color.org), or the terminal is dumb.
  bool dumb_terminal = false;  ///< TERM says that it knows no escape sequences.
  std::optional<Moment> now;   ///< What the clock says, with its offset; none: it is broken.
  bool force_color = false;    ///< FORCE_COLOR is set and not 0.
};

[[nodiscard]] Environment read_environment();

/// A variable of the environment; empty when it is not set.
[[nodiscard]] std::string_view environment_variable(const char* name);

/// What the clock says now, with its offset; none: it is broken.
[[nodiscard]] std::optional<Moment> read_clock();

/// Whether to paint what goes to a terminal or not; an explicit choice beats NO_COLOR, which beats
/// FORCE_COLOR.
[[nodiscard]] Color color_for(ColorChoice choice, const Environment& environment, bool terminal);

/// Standard input, piece by piece. `before_waiting`, if there is one, is called whenever nothing
/// has come in yet.
[[nodiscard]] std::unique_ptr<ByteStream> open_standard_input(std::function<void()> before_waiting);

/// All of standard input. Fails when it cannot be read or is more than `limit` bytes, or
/// `mbox_limit` when it begins like an mbox.
[[nodiscard]] Result<std::string> read_standard_input(std::size_t limit, std::size_t mbox_limit);

}  // namespace mailcheck
