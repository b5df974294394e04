#pragma once

// Decodes the body of a message as its header says (RFC 2045). This is the one place that knows
// what the content is; a plain text file is content of the default type.

#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"
#include "mail/header_block.hpp"

namespace mailcheck {

/// Appends the readable text of the body at `span` of `bytes` to `out`. A body that cannot be
/// decoded leaves nothing but a note.
void decode_body(DecodedText& out, std::string_view bytes, const std::vector<RawField>& fields,
                 SourceSpan span, std::vector<Note>& notes);

}  // namespace mailcheck
