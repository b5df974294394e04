#include "mail/markup/html_token.hpp"

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

std::size_t after(std::string_view html, std::string_view what, std::size_t from) {
  const std::size_t at = html.find(what, from);
  return at == std::string_view::npos ? html.size() : at + what.size();
}

// HTML §13.2.5.43: “<!-->” and “<!--->” are whole comments; “--!>” ends one, too.
std::size_t end_of_comment(std::string_view html, std::size_t offset) {
  const std::string_view rest = html.substr(offset);
  if (!rest.starts_with("<!--"))
    return after(html, ">", offset);
  if (rest.starts_with("<!-->"))
    return offset + 5;
  if (rest.starts_with("<!--->"))
    return offset + 6;
  for (std::size_t at = html.find("--", offset + 4); at != std::string_view::npos;
       at = html.find("--", at + 1)) {
    if (html.substr(at).starts_with("-->"))
      return at + 3;
    if (html.substr(at).starts_with("--!>"))
      return at + 4;
  }
  return html.size();
}

// Reads the attributes of a tag up to and with its “>”.
void read_attributes(std::string_view html, HtmlToken& token) {
  std::size_t at = token.end;
  while (at < html.size() && html[at] != '>') {
    if (is_html_space(html[at]) || html[at] == '/') {
      ++at;
      continue;
    }
    ++token.attribute_count;
    ++at;  // A name may begin with “=”.
    while (at < html.size() && !is_html_space(html[at]) && html[at] != '/' && html[at] != '>' &&
           html[at] != '=')
      ++at;
    while (at < html.size() && is_html_space(html[at]))
      ++at;
    if (at == html.size() || html[at] != '=')
      continue;
    ++at;
    while (at < html.size() && is_html_space(html[at]))
      ++at;
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      at = after(html, html.substr(at, 1), at + 1);
      continue;
    }
    while (at < html.size() && !is_html_space(html[at]) && html[at] != '>')
      ++at;
  }
  if (at == html.size())
    token.kind = HtmlTokenKind::comment;
  token.end = at == html.size() ? at : at + 1;
}

}  // namespace

HtmlToken html_token_at(std::string_view html, std::size_t offset) {
  HtmlToken token;
  token.begin = offset;
  const auto at = [&](std::size_t i) { return i < html.size() ? html[i] : '\0'; };
  const bool is_end = at(offset) == '<' && at(offset + 1) == '/';
  const std::size_t name = offset + (is_end ? 2 : 1);
  if (at(offset) == '<' && is_ascii_letter(at(name))) {
    token.kind = is_end ? HtmlTokenKind::end_tag : HtmlTokenKind::start_tag;
    token.end = name;
    while (token.end < html.size() && !is_html_space(html[token.end]) && html[token.end] != '/' &&
           html[token.end] != '>')
      ++token.end;
    token.name = html.substr(name, token.end - name);
    read_attributes(html, token);
    return token;
  }
  if (at(offset) == '<' &&
      (at(offset + 1) == '!' || at(offset + 1) == '?' || (is_end && name < html.size()))) {
    token.kind = HtmlTokenKind::comment;
    token.end = end_of_comment(html, offset);
    return token;
  }
  const std::size_t next = html.find('<', offset + 1);
  token.end = next == std::string_view::npos ? html.size() : next;
  return token;
}

std::size_t end_of_raw_text(std::string_view html, std::size_t offset, std::string_view name) {
  for (std::size_t at = html.find("</", offset); at != std::string_view::npos;
       at = html.find("</", at + 1)) {
    const std::size_t end = at + 2 + name.size();
    if (end < html.size() && equal_ignoring_case(html.substr(at + 2, name.size()), name) &&
        (is_html_space(html[end]) || html[end] == '>' || html[end] == '/'))
      return at;
  }
  return html.size();
}

}  // namespace mailcheck
