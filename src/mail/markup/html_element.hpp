#pragma once

// What is known of HTML's elements by name: how they look in text, how they nest.

#include <string_view>

namespace mailcheck {

/// What an element does to the text around it.
enum class HtmlRole {
  nothing,
  hidden,        ///< Shows nothing of what it holds.
  block,         ///< Begins and ends a line.
  paragraph,     ///< A block with an empty line around it.
  line_break,    ///< Ends the line.
  list,          ///< A paragraph, unless it is inside another.
  item,          ///< A block with a list mark.
  cell,          ///< A space keeps it from the cell before it.
  quote,         ///< A paragraph; other people's text when its attributes say so.
  code,          ///< No prose.
  preformatted,  ///< A paragraph that keeps its white space.
  link,
};

struct HtmlElement {
  std::string_view name;
  HtmlRole role = HtmlRole::nothing;
  bool is_void = false;        ///< Has no end tag.
  bool is_raw_text = false;    ///< Tags inside are text.
  bool is_formatting = false;  ///< Reopened by the parser where it was not closed.
  bool is_special = false;     ///< End tags of ordinary elements do not reach beyond it.
  bool is_barrier = false;     ///< No end tag but a table's reaches beyond it.
  bool closes_paragraph = false;
};

/// The element of that name, ASCII without case. An unknown one has an empty name and no role.
[[nodiscard]] const HtmlElement& html_element(std::string_view name);

}  // namespace mailcheck
