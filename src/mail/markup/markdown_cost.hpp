#pragma once

// How much work Markdown would make its parser, which for each link walks the lines of its
// paragraph and for each bare address those before it. What is beyond the limits is read as plain
// text.

#include <cstddef>
#include <string_view>

namespace mailcheck {

/// Links times lines, and bare addresses times addresses, of all paragraphs together.
inline constexpr std::size_t markdown_link_limit = 100'000'000;
/// Columns times lines of what may be tables.
inline constexpr std::size_t markdown_cell_limit = 4'000'000;

/// Whether the parser can be given `markdown`. Linear.
[[nodiscard]] bool is_within_markdown_limits(std::string_view markdown);

}  // namespace mailcheck
