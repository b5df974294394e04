#pragma once

// The parts of a Markdown text that are no Markdown: front matter and signature. And its lines.

#include <cstddef>
#include <string_view>

namespace mailcheck {

struct MarkdownLine {
  std::size_t begin;
  std::size_t end;   ///< Without the line end.
  std::size_t next;  ///< Where the next line begins.
};
[[nodiscard]] MarkdownLine markdown_line_at(std::string_view text, std::size_t begin);

/// Where the text begins, behind YAML between “---” lines at the very start.
[[nodiscard]] std::size_t end_of_front_matter(std::string_view text);

/// Where the signature begins: at a line “-- ”, or “--” when little follows, since editors take the
/// space away and the parser would take the line above for a heading. Else the end of `text`.
[[nodiscard]] std::size_t begin_of_signature(std::string_view text, std::size_t begin);

}  // namespace mailcheck
