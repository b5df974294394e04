#include "mail/markup/html_style.hpp"

#include <algorithm>

#include "mail/ascii.hpp"
#include "mail/markup/html_token.hpp"

namespace mailcheck {

namespace {

std::string_view trim_space(std::string_view text) {
  while (!text.empty() && is_html_space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_html_space(text.back()))
    text.remove_suffix(1);
  return text;
}

std::string_view next_word(std::string_view& text) {
  text = trim_space(text);
  std::size_t end = 0;
  while (end < text.size() && !is_html_space(text[end]))
    ++end;
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

// A length that leaves no trace: “0”, “0in”, “.0001pt”.
bool is_nearly_zero(std::string_view length) {
  std::size_t at = 0;
  while (at < length.size() && (length[at] == '0' || length[at] == '.'))
    ++at;
  const bool is_zero = at > 0 && (at == length.size() || !is_ascii_digit(length[at]));
  return is_zero || length.starts_with(".00") || length.starts_with("0.00");
}

bool is_gap(std::string_view length) {
  const bool is_number = !length.empty() && (is_ascii_digit(length[0]) || length[0] == '.');
  return is_number && !is_nearly_zero(length);
}

// Whether a `margin` value leaves a line empty above or below.
bool is_margin(std::string_view value) {
  const std::string_view top = next_word(value);
  next_word(value);
  std::string_view bottom = next_word(value);
  if (bottom.empty())
    bottom = top;
  return is_gap(top) || is_gap(bottom);
}

void read_declaration(HtmlStyle& style, std::string_view property, std::string_view value) {
  if (property == "display") {
    style.is_hidden = value == "none";
  } else if (property == "visibility") {
    if (value == "hidden" || value == "collapse")
      style.is_hidden = true;
  } else if (property == "mso-hide") {
    if (value == "all")
      style.is_hidden = true;
  } else if (property == "font-size") {
    style.is_tiny = is_nearly_zero(value);
  } else if (property == "opacity") {
    if (is_nearly_zero(value))
      style.is_hidden = true;
  } else if (property == "max-height") {
    if (is_nearly_zero(value))
      style.is_hidden = true;
  } else if (property == "white-space") {
    style.keeps_space = value.starts_with("pre") || value == "break-spaces";
  } else if (property == "margin") {
    style.has_margin = is_margin(value);
  } else if (property == "margin-top" || property == "margin-bottom") {
    const bool is_wide = is_gap(value);
    if (is_wide || !style.has_margin)
      style.has_margin = is_wide;
  } else if (property == "border-left") {
    style.has_border = value.find("none") == std::string_view::npos && !is_nearly_zero(value);
  }
}

}  // namespace

void HtmlStyle::override_with(const HtmlStyle& later) {
  if (later.is_hidden)
    is_hidden = later.is_hidden;
  if (later.is_tiny)
    is_tiny = later.is_tiny;
  if (later.keeps_space)
    keeps_space = later.keeps_space;
  if (later.has_margin)
    has_margin = later.has_margin;
  if (later.has_border)
    has_border = later.has_border;
}

HtmlStyle parse_html_style(std::string_view declarations) {
  HtmlStyle style;
  const std::string lower = to_ascii_lower(declarations);
  std::string_view rest = lower;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view declaration = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos)
      continue;
    std::string_view value = trim_space(declaration.substr(colon + 1));
    value = trim_space(value.substr(0, value.find('!')));
    read_declaration(style, trim_space(declaration.substr(0, colon)), value);
  }
  return style;
}

void HtmlStyleSheet::add(std::string_view css) {
  std::size_t at = 0;
  while (at < css.size()) {
    const std::size_t open = css.find('{', at);
    if (open == std::string_view::npos)
      return;
    std::string_view selectors = trim_space(css.substr(at, open - at));
    // Comments, and the “<!--” that hides a sheet from old programs.
    for (const std::string_view end : {"*/", "<!--", "-->", ";"}) {
      if (const std::size_t comment = selectors.rfind(end); comment != std::string_view::npos)
        selectors = trim_space(selectors.substr(comment + end.size()));
    }
    if (selectors.starts_with('@')) {
      std::size_t depth = 0;
      at = open;
      do {
        depth += css[at] == '{' ? 1U : 0U;
        depth -= css[at] == '}' ? 1U : 0U;
        ++at;
      } while (at < css.size() && depth > 0);
      continue;
    }
    const std::size_t close = std::min(css.find('}', open), css.size());
    add_rule(selectors, css.substr(open + 1, close - open - 1));
    at = std::min(close + 1, css.size());
  }
}

void HtmlStyleSheet::add_rule(std::string_view selectors, std::string_view declarations) {
  const HtmlStyle style = parse_html_style(declarations);
  if (!style.is_hidden && !style.is_tiny && !style.keeps_space && !style.has_margin &&
      !style.has_border)
    return;
  while (!selectors.empty()) {
    const std::size_t end = std::min(selectors.find(','), selectors.size());
    const std::string_view selector = trim_space(selectors.substr(0, end));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    if (selector.find_first_of(" \t\n>+~:[*") == std::string_view::npos)
      rules_[to_ascii_lower(selector)].override_with(style);
  }
}

void HtmlStyleSheet::apply(HtmlStyle& style, const std::string& selector) const {
  const auto found = rules_.find(selector);
  if (found != rules_.end())
    style.override_with(found->second);
}

HtmlStyle HtmlStyleSheet::style_of(std::string_view element, std::string_view classes,
                                   std::string_view id) const {
  HtmlStyle style;
  if (rules_.empty())
    return style;
  const std::string name = to_ascii_lower(element);
  apply(style, name);
  while (!trim_space(classes).empty()) {
    const std::string one = "." + to_ascii_lower(next_word(classes));
    apply(style, one);
    apply(style, name + one);
  }
  if (!id.empty())
    apply(style, "#" + to_ascii_lower(id));
  return style;
}

}  // namespace mailcheck
