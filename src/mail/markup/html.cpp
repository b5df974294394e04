#include "mail/markup/html.hpp"

#include <fmt/format.h>

#include "mail/markup/html_layout.hpp"
#include "mail/markup/html_nesting.hpp"
#include "mail/markup/html_tree.hpp"

namespace mailcheck {

MarkupText read_html(const DecodedText& html, std::vector<Note>& notes) {
  const std::string_view text = html.text;
  if (!is_within_html_limits(text)) {
    add_note(notes, NoteKind::limit_reached, html.map.to_source({0, text.size()}),
             "The HTML is nested too deeply; only its text was read, without its layout");
    return lay_out_html(html, strip_html(text));
  }
  const HtmlContent content = parse_html(text);
  if (content.code_blocks > 0)
    add_note(
        notes, NoteKind::left_out, html.map.to_source(content.first_code_block),
        fmt::format("{} of code {} not checked", content.code_blocks == 1 ? "A block" : "Blocks",
                    content.code_blocks == 1 ? "was" : "were"));
  return lay_out_html(html, content);
}

}  // namespace mailcheck
