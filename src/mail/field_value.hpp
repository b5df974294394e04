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

/// An unfolded value with its encoded words decoded, as valid UTF-8. An encoded word in a charset
/// that is not known here, or a broken one, stays as it is.
[[nodiscard]] DecodedText decode_words(const DecodedText& value, std::vector<Note>& notes);

/// The same for a piece of text whose place does not matter, such as a display name.
[[nodiscard]] std::string decode_words(std::string_view value);

}  // namespace mailcheck
