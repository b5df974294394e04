#include "mail/markup/markdown_parts.hpp"

#include <algorithm>
#include <optional>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

std::string_view slice_of(std::string_view text, const MarkdownLine& line) {
  return text.substr(line.begin, line.end - line.begin);
}

}  // namespace

MarkdownLine markdown_line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {begin, end, std::min(end + 1, text.size())};
}

std::size_t end_of_front_matter(std::string_view text) {
  MarkdownLine line = markdown_line_at(text, 0);
  if (!slice_of(text, line).starts_with("---") || trim(slice_of(text, line)) != "---")
    return 0;
  line = markdown_line_at(text, line.next);
  if (slice_of(text, line).find(':') == std::string_view::npos)
    return 0;
  while (line.begin < text.size()) {
    line = markdown_line_at(text, line.next);
    const std::string_view content = trim(slice_of(text, line));
    if (content == "---" || content == "...")
      return line.next;
  }
  return 0;
}

std::size_t begin_of_signature(std::string_view text, std::size_t begin) {
  constexpr std::size_t most_lines = 8;
  std::optional<std::size_t> short_mark;
  std::size_t lines_below = 0;
  bool is_in_code = false;
  for (MarkdownLine line = markdown_line_at(text, begin); line.begin < text.size();
       line = markdown_line_at(text, line.next)) {
    const std::string_view content = slice_of(text, line);
    const std::string_view trimmed = trim(content);
    if (trimmed.starts_with("```") || trimmed.starts_with("~~~"))
      is_in_code = !is_in_code;
    if (!is_in_code && content == "-- ")
      return line.begin;
    lines_below += trimmed.empty() ? 0U : 1U;
    if (!is_in_code && content == "--") {
      short_mark = line.begin;
      lines_below = 0;
    }
  }
  return short_mark && lines_below <= most_lines ? *short_mark : text.size();
}

}  // namespace mailcheck
