#pragma once

// HTML as the sequence of elements and texts that can be seen, in the order of the source: what a
// browser builds from the tags, without what it hides (gumbo stands behind it). How it is laid out
// as text is in mail/markup/html_layout.hpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/markup/html_element.hpp"

namespace mailcheck {

enum class HtmlEventKind { open, close, text };

/// Beginning or end of an element, or a text. Elements are properly nested.
struct HtmlEvent {
  HtmlEventKind kind = HtmlEventKind::text;
  HtmlRole role = HtmlRole::nothing;  ///< Of an element, as its style has it.
  bool is_citation = false;           ///< An element that holds other people's text.
  bool is_signature = false;          ///< An element that a mail program put the signature in.
  bool keeps_space = false;           ///< Of a text: its white space counts.
  bool is_raw = false;                ///< Of a text: “<” and “&” stand for themselves.
  TextSpan span;                      ///< Of a text: bytes of the HTML, markup among them.
  std::string address;                ///< Where a link leads.
};

struct HtmlContent {
  std::vector<HtmlEvent> events;
  std::size_t code_blocks = 0;  ///< Left out.
  TextSpan first_code_block;
};

/// Reads `html`, which must be within the limits of mail/markup/html_nesting.hpp.
[[nodiscard]] HtmlContent parse_html(std::string_view html);

/// The texts of `html` and where blocks begin and end, by its tags alone, for what is beyond those
/// limits. Linear.
[[nodiscard]] HtmlContent strip_html(std::string_view html);

}  // namespace mailcheck
