#pragma once

// Recognises the greeting at the beginning of a line: “Dear Ms. Okafor,”, “Hi there -”, “Dana,”.

#include <cstddef>
#include <string_view>

namespace mailcheck {

/// How sure a line is a greeting. A `clear` one opens with a word that opens nothing else (“Dear”,
/// “Hi”); a `likely` one is a greeting because of where it stands (“Dana,” as the first line).
enum class GreetingKind { none, likely, clear };

struct Greeting {
  GreetingKind kind = GreetingKind::none;
  /// Bytes of the line that are the greeting, up to and with its comma, colon, dash or other mark.
  std::size_t length = 0;
};

/// The greeting `line` (without white space around it) begins with.
[[nodiscard]] Greeting greeting_of(std::string_view line);

}  // namespace mailcheck
