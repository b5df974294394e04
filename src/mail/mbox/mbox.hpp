#pragma once

// Takes an mbox file apart into its messages (RFC 4155 and the variants mboxo, mboxrd, mboxcl and
// mboxcl2). Raw bytes only; “>From ” is undone when the message is read
// (mail/mbox/from_quoting.hpp).

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace mailcheck {

/// Bytes of an mbox file; a larger one is an error that names the limit.
inline constexpr std::size_t mbox_size_limit = std::size_t{64} << 20;

/// Whether the bytes begin like an mbox: “From ”, a sender, a date with its time, and on the next
/// line a header field. A byte order mark and empty lines may come first.
[[nodiscard]] bool is_mbox(std::string_view bytes);

/// Whether a file is called like an mbox: `.mbox`, `.mbx`, or just “mbox”.
[[nodiscard]] bool is_mbox_name(std::string_view path);

/// The messages of an mbox, each from the line after its “From ” line to the empty line before the
/// next one. A `Content-Length` field is believed when a “From ” line or the end of the file stands
/// where it says (mboxcl), so that a “From ” at the start of a body line cuts nothing. Otherwise a
/// “From ” line counts when it has the form of one and an empty line stands above it or a header
/// field below. What stands before the first “From ” line, if it is not empty, is a message too.
/// Linear.
[[nodiscard]] std::vector<SourceSpan> split_mbox(std::string_view bytes);

}  // namespace mailcheck
