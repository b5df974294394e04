#pragma once

// Quoted-printable (RFC 2045 §6.7) and the “Q” of encoded words (RFC 2047 §4.2).

#include <string_view>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

/// Decodes quoted-printable at `span` of `bytes`. What is not well-formed stays as it is, as the
/// RFC advises. Soft line breaks leave nothing.
[[nodiscard]] DecodedText decode_quoted_printable(std::string_view bytes, SourceSpan span);

/// Decodes the text of an encoded word at `span` of `bytes`. No part of it counts as verbatim,
/// since not every text can stand in an encoded word.
[[nodiscard]] DecodedText decode_q(std::string_view bytes, SourceSpan span);

}  // namespace mailcheck
