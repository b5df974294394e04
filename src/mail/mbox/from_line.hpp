#pragma once

// Tells the line that begins a message of an mbox from a sentence that begins with “From ”. It does
// not look at the lines around it (mail/mbox/mbox.hpp does).

#include <cstddef>
#include <string_view>

namespace mailcheck {

/// Longer lines are never taken for a “From ” line.
inline constexpr std::size_t from_line_limit = 998;

/// Whether a line (without its line break) is “From ”, a sender that may be missing or several
/// words, and a date with its time as some mail program writes it: with or without seconds, with a
/// zone before the year, after it or not at all, with “remote from” behind it.
[[nodiscard]] bool is_dated_from_line(std::string_view line);

/// Whether a line is “From ” with nothing but an address, “-” or “MAILER-DAEMON” after it, or with
/// nothing at all. Some exports have no date; such a line means little without its surroundings.
[[nodiscard]] bool is_undated_from_line(std::string_view line);

}  // namespace mailcheck
