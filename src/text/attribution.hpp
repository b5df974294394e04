#pragma once

// Recognises the line a mail program puts above a quote: “On Thu, Mar 5, 2026 at 9:12 AM Dana Park
// <dana@example.com> wrote:”, with the name or the date first, in many languages.

#include <cstddef>
#include <string_view>

namespace mailcheck {

/// How sure a text is an attribution.
enum class Attribution {
  none,
  above_quote,  ///< When quoted lines stand below it: “Dana Park wrote:”.
  complete,     ///< In any case: a date with a time or an address, as only programs write them.
};

/// Whether an attribution may begin with this line: a cheap test for each line of a text.
[[nodiscard]] bool may_begin_attribution(std::string_view line);

/// Whether an attribution may end with this line, likewise.
[[nodiscard]] bool may_end_attribution(std::string_view line);

/// Judges a whole attribution, its lines joined by spaces. “As you wrote:” and “On the train home I
/// wrote:” are none. Texts longer than `attribution_bytes` are none.
[[nodiscard]] Attribution attribution_of(std::string_view text);

/// Bytes and lines of an attribution, as programs wrap them.
inline constexpr std::size_t attribution_bytes = 500;
inline constexpr std::size_t attribution_lines = 4;

}  // namespace mailcheck
