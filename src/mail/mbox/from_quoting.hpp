#pragma once

// Undoes what writing a message into an mbox did to its lines: “From ” at the start of a line
// became “>From ”, and with mboxrd “>From ” became “>>From ”, so that one “>” is taken off again.

#include <string_view>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

/// `raw` without the first “>” of each line that is one or more “>” and “From ”. Lines may end with
/// LF, CRLF or CR. What is left keeps its places in the source. Quoting was done to the lines of
/// the file, so this comes before a transfer encoding is decoded where that is possible.
[[nodiscard]] DecodedText unquote_from_lines(const DecodedText& raw);

/// The same for bytes [span) of a source.
[[nodiscard]] DecodedText unquote_from_lines(std::string_view bytes, SourceSpan span);

}  // namespace mailcheck
