#pragma once

// Errors of usage and configuration as compilers print them: place, message, source line and caret.

#include <string>

#include "base/result.hpp"
#include "report/paint.hpp"

namespace mailcheck {

/// `file:line:column: error: message` with the source line and a caret, or `mailcheck: file:
/// message` for an error without a position. Ends with a line break; safe to print.
[[nodiscard]] std::string error_text(const Error& error, Color color, std::size_t width = 100);

}  // namespace mailcheck
