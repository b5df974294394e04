#pragma once

// Content transfer encodings (RFC 2045 §6) and the two encodings of encoded words (RFC 2047 §4).

#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

/// Decodes quoted-printable (RFC 2045 §6.7) at `span` of `bytes`. What is not well-formed stays as
/// it is, as the RFC advises. Soft line breaks leave nothing.
[[nodiscard]] DecodedText decode_quoted_printable(std::string_view bytes, SourceSpan span);

/// Decodes the text of an encoded word: “Q” (RFC 2047 §4.2) and “B” (base64).
[[nodiscard]] std::string decode_q(std::string_view text);
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace mailcheck
