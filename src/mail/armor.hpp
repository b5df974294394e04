#pragma once

// OpenPGP blocks within plain text (RFC 4880 §6.2 and §7): a signed text is unwrapped, the rest is
// not text.

#include <cstddef>
#include <vector>

#include "mail/decoded_text.hpp"

namespace mailcheck {

struct ArmorFree {
  DecodedText text;
  bool had_signature = false;  ///< A signed text was unwrapped, or a key left out.
  bool was_encrypted = false;  ///< An encrypted message was left out.
};

/// `text` (valid UTF-8, LF) without its OpenPGP blocks. A block without an end goes to the end of
/// the text; what looks like one inside a quote stays.
[[nodiscard]] ArmorFree remove_armor(const DecodedText& text);

}  // namespace mailcheck
