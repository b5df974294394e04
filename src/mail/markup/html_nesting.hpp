#pragma once

// How much work HTML would make its parser. The parser walks its open elements for almost every tag
// and reopens formatting that was not closed, so that a small hostile mail could keep it busy for
// minutes; what is beyond these limits is read without it.

#include <cstddef>
#include <string_view>

namespace mailcheck {

/// Elements that are open at one place.
inline constexpr std::size_t html_depth_limit = 500;
/// Attributes of one tag; the parser compares each with all others.
inline constexpr std::size_t html_attribute_limit = 1000;
/// Bytes of formatting tags (`<b>`, `<font …>`) that the parser would have to reopen.
inline constexpr std::size_t html_reopened_limit = std::size_t{16} << 20;

/// Whether the parser can be given `html`. Errs on the side of “no” for broken nesting. Linear.
[[nodiscard]] bool is_within_html_limits(std::string_view html);

}  // namespace mailcheck
