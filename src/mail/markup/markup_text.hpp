#pragma once

// What becomes of markup: the text a reader sees, and which of it is no prose.

#include <vector>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

struct MarkupText {
  DecodedText text;                ///< An empty line between paragraphs; list items begin a line.
  std::vector<TextSpan> verbatim;  ///< Code and bare addresses, sorted.
};

}  // namespace mailcheck
