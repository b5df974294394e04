#pragma once

// How mailcheck-dev reports what went wrong.

#include "base/result.hpp"

namespace mailcheck::dev {

/// Prints the error as `file:line:column: error: …` with the line and a caret; returns 2.
int fail(const Error& error);

}  // namespace mailcheck::dev
