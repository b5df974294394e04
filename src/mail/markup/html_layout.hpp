#pragma once

// Lays the elements and texts of HTML out as plain text, the way mail programs do for recipients
// who see no HTML: lines, paragraphs, “> ” for quotes, “-- ” above signatures.

#include "mail/decoded_text.hpp"
#include "mail/markup/html_tree.hpp"
#include "mail/markup/markup_text.hpp"

namespace mailcheck {

/// The text of `content`, which was read from `html`. Linear.
[[nodiscard]] MarkupText lay_out_html(const DecodedText& html, const HtmlContent& content);

}  // namespace mailcheck
