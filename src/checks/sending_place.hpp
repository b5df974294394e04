#pragma once

// Where a finding about the time of the sending belongs.

#include "checks/check.hpp"

namespace mailcheck {

/// The field Date where it says when the mail is sent, else the empty place before the greeting.
[[nodiscard]] std::variant<TextSpan, SourceSpan> sending_place(const Context& context);

}  // namespace mailcheck
