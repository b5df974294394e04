#pragma once

// HTML as mail programs write it, turned into the text a reader sees (gumbo stands behind it).

#include <vector>

#include "mail/decoded_text.hpp"
#include "mail/draft.hpp"
#include "mail/markup/markup_text.hpp"

namespace mailcheck {

/// The text of `html`, which is valid UTF-8 with LF as line end. Every byte of it maps to where
/// `html` came from, character references included. What a browser does not show (scripts, styles,
/// comments, `display: none`) is left out; quoted mail gets “> ” at the start of its lines, a
/// signature that a mail program marked gets a “-- ” line above it.
[[nodiscard]] MarkupText read_html(const DecodedText& html, std::vector<Note>& notes);

}  // namespace mailcheck
