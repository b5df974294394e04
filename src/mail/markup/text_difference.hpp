#pragma once

// Compares the two forms of one mail: its plain text and its HTML.

#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"

namespace mailcheck {

/// Where `plain` says something else than `html`, both as a reader sees them, quotes marked with
/// “> ”. Layout does not count: white space, case, list marks, addresses of links, image texts,
/// rules, quotes and all below the signature mark.
struct TextDifference {
  TextSpan span;     ///< Of `plain`: the first words that the HTML lacks, or an empty place.
  std::string said;  ///< What the HTML has there; may be empty.
};
[[nodiscard]] std::optional<TextDifference> find_difference(std::string_view plain,
                                                            std::string_view html);

}  // namespace mailcheck
