#pragma once

// Content transfer encodings (RFC 2045 §6) by their names. The encodings themselves are in
// mail/encoding/quoted_printable.hpp, mail/encoding/base64.hpp and mail/encoding/uuencode.hpp.

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"
#include "mail/encoding/base64.hpp"
#include "mail/encoding/quoted_printable.hpp"
#include "mail/encoding/uuencode.hpp"

namespace mailcheck {

enum class TransferEncoding { identity, quoted_printable, base64, uuencode };

/// The encoding of that name, without case, punctuation and comments; an empty name is `identity`.
/// None when nobody knows it.
[[nodiscard]] std::optional<TransferEncoding> transfer_encoding_named(std::string_view name);

/// The body at `span` of `bytes`, decoded: bytes of whatever charset. Never longer than the span.
[[nodiscard]] DecodedText decode_transfer(TransferEncoding encoding, std::string_view bytes,
                                          SourceSpan span, std::vector<Note>& notes);

}  // namespace mailcheck
