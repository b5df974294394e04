#pragma once

// The message to the real sendmail, in whose place the wrapper was called.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mailcheck {

/// The program to hand on to: `given`, or the system's. An error when there is none, and when it
/// is the wrapper itself, which would call itself for ever.
[[nodiscard]] Result<std::string> real_sendmail(const std::string& given);

/// Becomes `program` with these arguments and the message on its standard input. Returns only when
/// that fails.
[[nodiscard]] Error hand_on(const std::string& program, const std::vector<std::string>& arguments,
                            std::string_view message);

}  // namespace mailcheck
