#include "mail/markup/html_element.hpp"
#include "mail/markup/html_token.hpp"
#include "mail/markup/html_tree.hpp"

namespace mailcheck {

namespace {

// A block's tag, opening or closing, is a line end; what stands between is not known.
HtmlRole role_of_tag(HtmlRole role) {
  switch (role) {
    case HtmlRole::nothing:
    case HtmlRole::hidden:
    case HtmlRole::code:
    case HtmlRole::link:
      return HtmlRole::nothing;
    case HtmlRole::item:
    case HtmlRole::block:
      return HtmlRole::block;
    case HtmlRole::paragraph:
    case HtmlRole::list:
    case HtmlRole::quote:
    case HtmlRole::preformatted:
      return HtmlRole::paragraph;
    case HtmlRole::line_break:
    case HtmlRole::cell:
      return role;
  }
  return HtmlRole::nothing;
}

void add_tag(HtmlContent& content, HtmlRole role) {
  if (role == HtmlRole::nothing)
    return;
  content.events.push_back({.kind = HtmlEventKind::open, .role = role});
  content.events.push_back({.kind = HtmlEventKind::close, .role = role});
}

}  // namespace

HtmlContent strip_html(std::string_view html) {
  HtmlContent content;
  for (std::size_t at = 0; at < html.size();) {
    const HtmlToken token = html_token_at(html, at);
    at = token.end;
    if (token.kind == HtmlTokenKind::comment)
      continue;
    if (token.kind == HtmlTokenKind::text) {
      content.events.push_back({.span = {token.begin, token.end}});
      continue;
    }
    const HtmlElement& element = html_element(token.name);
    if (token.kind == HtmlTokenKind::start_tag || element.role != HtmlRole::line_break)
      add_tag(content, role_of_tag(element.role));
    if (token.kind == HtmlTokenKind::start_tag && element.is_raw_text)
      at = end_of_raw_text(html, at, token.name);
  }
  return content;
}

}  // namespace mailcheck
