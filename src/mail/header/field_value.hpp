#pragma once

// Reads the value of a header field: unfolds it (RFC 5322 §2.2.3) and decodes its encoded words
// (RFC 2047), keeping for each byte its place in the source.

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

/// The value at `span` of `bytes` on one line: each fold is one space.
[[nodiscard]] DecodedText unfold(std::string_view bytes, SourceSpan span);

/// An unfolded value with its encoded words decoded, as valid UTF-8; each byte maps to the “=XX” or
/// the base64 characters it stands for. A broken encoded word stays as it is. One in a charset that
/// nobody knows is noted and read all the same. Raw bytes beyond ASCII are UTF-8, or Windows-1252
/// when none of them are UTF-8. Linear in the size of the value.
[[nodiscard]] DecodedText decode_words(const DecodedText& value, std::vector<Note>& notes);

/// The same for a piece of text whose place does not matter, such as a display name.
[[nodiscard]] std::string decode_words(std::string_view value);

}  // namespace mailcheck
