#pragma once

// Text that flows (RFC 3676): lines that end with a space go on in the next one.

#include "mail/decoded_text.hpp"

namespace mailcheck {

/// Whether the space at the end of a flowed line is part of the text (the parameter DelSp).
enum class FlowSpace { kept, deleted };

/// `text` with its flowed lines joined to paragraphs and the stuffing removed. Quoted lines stay as
/// they are; “-- ” is never flowed (§4.3).
[[nodiscard]] DecodedText join_flowed(const DecodedText& text, FlowSpace space);

}  // namespace mailcheck
