#pragma once

// Takes an mbox file apart into its messages (RFC 4155 and the variants mboxo, mboxrd, mboxcl and
// mboxcl2). Raw bytes only; “>From ” is undone when the message is read.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace mailcheck {

/// Whether the bytes begin like an mbox: “From ”, a sender, a date with its time, and on the next
/// line a header field.
[[nodiscard]] bool is_mbox(std::string_view bytes);

/// The messages of an mbox, each from the line after its “From ” line to the empty line before the
/// next one. A `Content-Length` field is believed when a “From ” line or the end of the file stands
/// where it says (mboxcl), so that a “From ” at the start of a body line cuts nothing; otherwise a
/// “From ” line counts when it has the form of one and an empty line stands above it. Linear.
[[nodiscard]] std::vector<SourceSpan> split_mbox(std::string_view bytes);

}  // namespace mailcheck
