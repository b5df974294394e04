#pragma once

// Reads the body of a message: picks the parts that are its text, decodes each, and lists the rest
// as attachments. This is the one place that knows the order of the steps; each step is a file of
// its own.

#include <vector>

#include "mail/decoded_text.hpp"
#include "mail/draft.hpp"
#include "mail/header/header_block.hpp"
#include "mail/source.hpp"

namespace mailcheck {

struct Body {
  DecodedText text;                ///< All text parts, an empty line between two.
  std::vector<TextSpan> verbatim;  ///< Of `text`, see `Draft::verbatim`.
  std::vector<TextPart> parts;     ///< Of `text`, in its order.
  std::vector<Attachment> attachments;
  std::vector<HtmlTrait> html_traits;
};

/// Reads the body below `block`. Never fails: what cannot be read leaves a note.
[[nodiscard]] Body read_body(const Source& source, const HeaderBlock& block,
                             std::vector<Note>& notes);

}  // namespace mailcheck
