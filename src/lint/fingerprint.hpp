#pragma once

// What a finding is recognized by when the text around it has moved.

#include <string>
#include <string_view>

#include "lint/finding.hpp"

namespace mailcheck {

/// Code points of the flagged text that count. A finding about a whole paragraph stays the same
/// when its later part is written anew.
inline constexpr std::size_t fingerprint_text_limit = 100;

/// `text` on one line: runs of white space are one space, none at the ends.
[[nodiscard]] std::string folded_text(std::string_view text);

/// 16 hexadecimal digits of the rule and the flagged text, which does not depend on where that
/// stands nor on how its lines are broken. Two findings of one rule about the same words have the
/// same.
[[nodiscard]] std::string fingerprint_of(const Finding& finding);

}  // namespace mailcheck
