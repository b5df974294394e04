#pragma once

// The question to a person, and the editor. Both use the terminal itself, since standard input is
// the message.

#include <string>

#include "base/result.hpp"

namespace mailcheck {

enum class Answer { edit, send, abort };

/// Whether there is a terminal to ask on.
[[nodiscard]] bool has_terminal();

/// Shows `report` and asks. Anything but “e” and “s”, and the end of input, is `abort`.
[[nodiscard]] Answer ask_on_terminal(const std::string& report);

/// The message after the user's editor (VISUAL, EDITOR, or vi) has had it, in a file that only the
/// user can read.
[[nodiscard]] Result<std::string> edited(const std::string& message);

}  // namespace mailcheck
