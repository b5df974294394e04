#pragma once

// Finds the regions of a draft's body: where the greeting, the closing, the signature and other
// people's text stand. Line by line; sentences and words are cut in text/text.cpp.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// A line, or the part of one that belongs to one region, without white space around it.
struct Segment {
  RegionKind kind = RegionKind::body;
  TextSpan span;
  bool begins_block = false;  ///< An empty line or the start of the body stands above.
};

struct Layout {
  std::vector<Segment> segments;  ///< In order of the text; empty lines have none.
  std::size_t quoted_lines = 0;   ///< Non-empty lines of quotes and attributions.
};

/// The layout of `body`, a part of `text`; `from` are the senders, whose names make signatures.
/// Linear.
[[nodiscard]] Layout find_layout(std::string_view text, TextSpan body,
                                 std::span<const Mailbox> from);

}  // namespace mailcheck
