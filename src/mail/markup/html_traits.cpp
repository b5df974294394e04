#include "mail/markup/html_traits.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "mail/ascii.hpp"
#include "mail/markup/html_token.hpp"

namespace mailcheck {

namespace {

/// An attribute of a tag; its value without the quotes.
struct Attribute {
  std::string_view name;
  TextSpan value;
};

/// Reads the attributes of the tag that ends at `end`, one after the other.
class AttributeReader {
 public:
  AttributeReader(std::string_view html, std::size_t begin, std::size_t end)
      : html_(html.substr(0, end)), at_(begin) {}

  std::optional<Attribute> next() {
    while (at_ < html_.size() && (is_html_space(html_[at_]) || html_[at_] == '/'))
      ++at_;
    if (at_ >= html_.size() || html_[at_] == '>')
      return std::nullopt;
    const std::size_t begin = at_++;  // A name may begin with “=”.
    while (at_ < html_.size() && !is_html_space(html_[at_]) &&
           std::string_view("/>=").find(html_[at_]) == std::string_view::npos)
      ++at_;
    Attribute attribute{html_.substr(begin, at_ - begin), {at_, at_}};
    skip_space();
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      skip_space();
      attribute.value = read_value();
    }
    return attribute;
  }

 private:
  void skip_space() {
    while (at_ < html_.size() && is_html_space(html_[at_]))
      ++at_;
  }

  TextSpan read_value() {
    if (at_ < html_.size() && (html_[at_] == '"' || html_[at_] == '\'')) {
      const std::size_t end = std::min(html_.find(html_[at_], at_ + 1), html_.size());
      const TextSpan value{at_ + 1, end};
      at_ = std::min(end + 1, html_.size());
      return value;
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '>')
      ++at_;
    return {begin, at_};
  }

  std::string_view html_;
  std::size_t at_;
};

/// The span of `text` without white space around it.
TextSpan trimmed(std::string_view text, TextSpan span) {
  while (!span.empty() && is_html_space(text[span.begin]))
    ++span.begin;
  while (!span.empty() && is_html_space(text[span.end - 1]))
    --span.end;
  return span;
}

/// Mail programs write the quotes of “font-family” as references.
std::string without_references(std::string_view value) {
  std::string out;
  while (!value.empty()) {
    std::size_t used = 1;
    if (starts_ignoring_case(value, "&quot;") || starts_ignoring_case(value, "&apos;"))
      used = 6;
    else if (value.starts_with("&#34;") || value.starts_with("&#39;"))
      used = 5;
    out += used == 1 ? value.front() : '"';
    value.remove_prefix(used);
  }
  return out;
}

class TraitReader {
 public:
  TraitReader(std::vector<HtmlTrait>& traits, const DecodedText& html)
      : traits_(traits), html_(html) {}

  void read() {
    const std::string_view html = html_.text;
    for (std::size_t at = 0; at < html.size() && traits_.size() < html_trait_limit;) {
      const HtmlToken token = html_token_at(html, at);
      at = token.end;
      if (token.kind != HtmlTokenKind::start_tag)
        continue;
      if (equal_ignoring_case(token.name, "style") || equal_ignoring_case(token.name, "script"))
        at = end_of_raw_text(html, at, token.name);
      else if (ends_own_text(token))
        return;
      else
        read_tag(token);
    }
  }

 private:
  [[nodiscard]] AttributeReader attributes_of(const HtmlToken& token) const {
    const auto name = static_cast<std::size_t>(token.name.data() - html_.text.data());
    return {html_.text, name + token.name.size(), token.end};
  }

  /// Whether what follows was written by others, or by a mail program.
  [[nodiscard]] bool ends_own_text(const HtmlToken& token) const {
    if (equal_ignoring_case(token.name, "blockquote"))
      return true;
    AttributeReader attributes = attributes_of(token);
    while (const std::optional<Attribute> attribute = attributes.next()) {
      if (!equal_ignoring_case(attribute->name, "class") &&
          !equal_ignoring_case(attribute->name, "id"))
        continue;
      const std::string value = to_ascii_lower(slice(html_.text, attribute->value));
      for (const std::string_view mark :
           {"quote", "signature", "appendonsend", "divrplyfwdmsg", "cite-prefix", "moz-forward"}) {
        if (value.find(mark) != std::string::npos)
          return true;
      }
    }
    return false;
  }

  void read_tag(const HtmlToken& token) {
    const bool is_link = equal_ignoring_case(token.name, "a");
    AttributeReader attributes = attributes_of(token);
    while (const std::optional<Attribute> attribute = attributes.next()) {
      const TextSpan value = trimmed(html_.text, attribute->value);
      const std::string name = to_ascii_lower(attribute->name);
      if (is_link && name == "href")
        add(HtmlTraitKind::link, std::string(slice(html_.text, value)), value);
      else if (name == "style")
        read_style(value, is_link);
      else if ((name == "color" || name == "text") && !is_link)
        add_lower(HtmlTraitKind::color, value);
      else if (name == "bgcolor" || name == "background")
        add_lower(HtmlTraitKind::background, value);
      else if (name == "face")
        add_lower(HtmlTraitKind::font, value);
    }
  }

  /// “a: b; c: d”. A semicolon within a reference or quotes is rare, and then only cuts a value.
  void read_style(TextSpan style, bool is_link) {
    const std::string_view html = std::string_view(html_.text).substr(0, style.end);
    std::size_t at = style.begin;
    while (at < style.end) {
      std::size_t end = std::min(html.find(';', at), style.end);
      while (end < style.end && is_reference_end(end))
        end = std::min(html.find(';', end + 1), style.end);
      read_declaration({at, end}, is_link);
      at = end + 1;
    }
  }

  [[nodiscard]] bool is_reference_end(std::size_t at) const {
    const std::string_view before = std::string_view(html_.text).substr(0, at);
    return before.ends_with("&quot") || before.ends_with("&apos") || before.ends_with("&#34") ||
           before.ends_with("&#39");
  }

  void read_declaration(TextSpan declaration, bool is_link) {
    const std::string_view html = std::string_view(html_.text).substr(0, declaration.end);
    const std::size_t colon = html.find(':', declaration.begin);
    if (colon == std::string_view::npos)
      return;
    const TextSpan value = trimmed(html, {colon + 1, declaration.end});
    const std::string name = to_ascii_lower(slice(html, trimmed(html, {declaration.begin, colon})));
    if (name == "color" && !is_link)
      add_lower(HtmlTraitKind::color, value);
    else if (name == "background" || name == "background-color" || name == "background-image")
      add_lower(HtmlTraitKind::background, value);
    else if (name == "font-family")
      add_lower(HtmlTraitKind::font, value);
  }

  void add_lower(HtmlTraitKind kind, TextSpan value) {
    add(kind, to_ascii_lower(without_references(slice(html_.text, value))), value);
  }

  void add(HtmlTraitKind kind, std::string value, TextSpan span) {
    const bool known = std::any_of(traits_.begin(), traits_.end(), [&](const HtmlTrait& trait) {
      return trait.kind == kind && trait.value == value;
    });
    if (!value.empty() && !known && traits_.size() < html_trait_limit)
      traits_.push_back({kind, std::move(value), html_.map.to_source(span)});
  }

  std::vector<HtmlTrait>& traits_;
  const DecodedText& html_;
};

}  // namespace

void append_html_traits(std::vector<HtmlTrait>& traits, const DecodedText& html) {
  TraitReader(traits, html).read();
}

}  // namespace mailcheck
