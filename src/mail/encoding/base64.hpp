#pragma once

// Base64 as the encoding of bodies (RFC 2045 §6.8) and the “B” of encoded words (RFC 2047 §4.1).

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

/// Decodes the base64 body at `span` of `bytes`, at most three quarters of its size. Every byte
/// maps to the characters it is in. White space is skipped, padding may be missing, and pieces that
/// end with padding each may follow one another. Noted as broken encoding are: characters that do
/// not belong there and are skipped; text after the end, such as the footer of a mailing list,
/// which is left out; and a body that is no base64 from its first line on, which is taken as it is.
[[nodiscard]] DecodedText decode_base64(std::string_view bytes, SourceSpan span,
                                        std::vector<Note>& notes);

/// Decodes the text of an encoded word at `span` of `bytes`; none when a character in it is neither
/// base64 nor white space.
[[nodiscard]] std::optional<DecodedText> decode_b(std::string_view bytes, SourceSpan span);

}  // namespace mailcheck
