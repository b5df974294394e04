#pragma once

// Which parts of a message are its text and which are attachments (RFC 8621 §4.1.4).

#include <cstddef>
#include <vector>

#include "mail/mime.hpp"

namespace mailcheck {

/// Indices into the parts of a message, in their order.
struct FlatView {
  std::vector<std::size_t> text;  ///< What a program shows that prefers plain text.
  std::vector<std::size_t> html;  ///< What a program shows that prefers HTML.
  std::vector<std::size_t> attachments;
};

/// Flattens the parts of `find_parts`. A part may be in both `text` and `html`; images and sounds
/// between texts are attachments here.
[[nodiscard]] FlatView flatten(const std::vector<MimePart>& parts);

}  // namespace mailcheck
