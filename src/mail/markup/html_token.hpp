#pragma once

// Cuts HTML into text and markup, tag by tag, without building anything. Used where the parser's
// tree does not say enough (which bytes were tags) or must not be built (hostile nesting).

#include <cstddef>
#include <string_view>

namespace mailcheck {

enum class HtmlTokenKind { text, start_tag, end_tag, comment };

/// Bytes [begin, end) of the HTML. `comment` stands for all markup that shows nothing: comments,
/// declarations, and a tag that the end of the text cuts off.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;            ///< Of a tag, as written; a part of the HTML.
  std::size_t attribute_count = 0;  ///< Of a tag, a cut-off one too.
};

/// The token at `offset`, which must be less than `html.size()`. Text goes to the next “<”.
[[nodiscard]] HtmlToken html_token_at(std::string_view html, std::size_t offset);

/// Where the raw text that begins at `offset` ends: before the end tag `name`, or the end of
/// `html`.
[[nodiscard]] std::size_t end_of_raw_text(std::string_view html, std::size_t offset,
                                          std::string_view name);

/// HTML's white space: space, tab, line feed, form feed, carriage return.
[[nodiscard]] constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

}  // namespace mailcheck
