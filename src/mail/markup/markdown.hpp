#pragma once

// Markdown (CommonMark with GitHub's tables and strike-through) turned into the text a reader sees
// (md4c stands behind it).

#include <vector>

#include "mail/decoded_text.hpp"
#include "mail/draft.hpp"
#include "mail/markup/markup_text.hpp"

namespace mailcheck {

/// The text of `markdown`, which is valid UTF-8 with LF as line end. Every byte of it maps to where
/// `markdown` came from. Code blocks and HTML blocks leave nothing; inline code stays and is
/// `verbatim`; of a link its text stays. Block quotes get “> ” at the start of their lines. A line
/// “-- ” begins a signature, as in plain text, and line breaks within a paragraph stay.
[[nodiscard]] MarkupText read_markdown(const DecodedText& markdown, std::vector<Note>& notes);

}  // namespace mailcheck
