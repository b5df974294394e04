#pragma once

// The words of a mail's text that its plain form and its HTML form have in common: without quotes,
// signature, addresses, image texts and list marks.

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace mailcheck {

struct ComparableWord {
  std::string text;  ///< Folded, letters and digits only.
  TextSpan span;
};

/// The words of `text`, which is valid UTF-8, in order. Linear.
[[nodiscard]] std::vector<ComparableWord> comparable_words(std::string_view text);

}  // namespace mailcheck
