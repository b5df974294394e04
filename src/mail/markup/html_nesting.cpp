#include "mail/markup/html_nesting.hpp"

#include <algorithm>
#include <vector>

#include "mail/ascii.hpp"
#include "mail/markup/html_element.hpp"
#include "mail/markup/html_token.hpp"

namespace mailcheck {

namespace {

// What a reopened element costs beside its attributes.
constexpr std::size_t node_cost = 64;

// The parser's stack of open elements, never smaller than the real one: an end tag takes something
// off only where the parser is sure to do so, too (HTML Living Standard §13.2.6.4.7).
class OpenElements {
 public:
  void open(const HtmlToken& tag);
  void close(std::string_view name);

  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  /// The cost of reopening all formatting that is open.
  [[nodiscard]] std::size_t formatting_cost() const { return formatting_cost_; }
  /// Inside SVG and the like, where raw text and implied end tags follow rules of their own.
  [[nodiscard]] bool is_in_foreign() const { return foreign_ > 0; }

 private:
  struct Entry {
    const HtmlElement* element;
    std::string_view name;
    std::size_t cost;
    bool is_displaced;  ///< Formatting whose block was closed: it would be reopened.
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void close_option();
  void open_in_html(const HtmlElement& element);
  [[nodiscard]] std::size_t find_in_scope(std::string_view name) const;
  [[nodiscard]] std::size_t find_table_part(bool cells) const;
  void pop_to(std::size_t index, std::size_t keep_until = none);
  void close_table_part(std::size_t index);
  void cut(std::size_t size);
  void erase(std::size_t index);

  std::vector<Entry> open_;
  std::size_t formatting_cost_ = 0;
  std::size_t foreign_ = 0;
};

bool is_foreign(const HtmlElement& element) {
  return element.name == "svg" || element.name == "math" || element.name == "template" ||
         element.name == "select" || element.name == "frameset";
}

bool is_cell(std::string_view name) {
  return name == "td" || name == "th" || name == "caption";
}

bool is_row_or_group(std::string_view name) {
  return name == "tr" || name == "tbody" || name == "thead" || name == "tfoot";
}

// The innermost open element of that name that its end tag would close, or `none`.
std::size_t OpenElements::find_in_scope(std::string_view name) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (equal_ignoring_case(open_[i].name, name))
      return i;
    if (open_[i].element->is_barrier)
      return none;
  }
  return none;
}

// The outermost part of the innermost table that a new row (or cell) closes, or `none`.
std::size_t OpenElements::find_table_part(bool cells) const {
  std::size_t found = none;
  for (std::size_t i = open_.size(); i-- > 0;) {
    const std::string_view name = open_[i].element->name;
    if (name == "table")
      return found;
    if (is_cell(name) || (!cells && is_row_or_group(name)))
      found = i;
  }
  return none;
}

void OpenElements::cut(std::size_t size) {
  while (open_.size() > size) {
    if (open_.back().is_displaced)
      formatting_cost_ -= open_.back().cost;
    if (is_foreign(*open_.back().element))
      --foreign_;
    open_.pop_back();
  }
}

void OpenElements::erase(std::size_t index) {
  if (open_[index].is_displaced)
    formatting_cost_ -= open_[index].cost;
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
}

// Closes the element at `index` and what is in it; formatting that was opened before `keep_until`
// stays, to be reopened behind it.
void OpenElements::pop_to(std::size_t index, std::size_t keep_until) {
  std::vector<Entry> formatting;
  for (std::size_t i = index; i < std::min(open_.size(), keep_until); ++i) {
    if (open_[i].element->is_formatting)
      formatting.push_back(open_[i]);
  }
  cut(index);
  for (Entry& entry : formatting) {
    entry.is_displaced = true;
    formatting_cost_ += entry.cost;
    open_.push_back(entry);
  }
}

// A cell takes the formatting inside with it, unless an <object> or the like stands in the way.
void OpenElements::close_table_part(std::size_t index) {
  const auto begin = open_.begin() + static_cast<std::ptrdiff_t>(index);
  const auto cell = std::find_if(begin, open_.end(),
                                 [](const Entry& entry) { return is_cell(entry.element->name); });
  const bool is_mixed = std::any_of(cell, open_.end(), [](const Entry& entry) {
    return entry.element->is_barrier && !is_cell(entry.element->name);
  });
  pop_to(index, is_mixed ? none : static_cast<std::size_t>(cell - open_.begin()));
}

void OpenElements::open_in_html(const HtmlElement& element) {
  const std::string_view name = element.name;
  if (element.closes_paragraph) {
    if (const std::size_t paragraph = find_in_scope("p"); paragraph != none)
      pop_to(paragraph);
  }
  if (name == "a" || name == "nobr") {
    if (const std::size_t same = find_in_scope(name); same != none)
      erase(same);
  }
  if (name == "button") {
    if (!open_.empty() && open_.back().element->name == "button")
      pop_to(open_.size() - 1);
  }
  if (name == "li" || name == "dd" || name == "dt") {
    for (std::size_t i = open_.size(); i-- > 0;) {
      const HtmlElement& other = *open_[i].element;
      if (other.name == name || (name != "li" && (other.name == "dd" || other.name == "dt"))) {
        pop_to(i);
        break;
      }
      if (other.is_special && other.name != "div" && other.name != "p" && other.name != "address")
        break;
    }
  }
  if (is_cell(name) || is_row_or_group(name)) {
    if (const std::size_t part = find_table_part(is_cell(name)); part != none)
      close_table_part(part);
  }
}

// An <option> closes the one before it, but for those inside SVG.
void OpenElements::close_option() {
  if (open_.empty() || open_.back().element->name != "option")
    return;
  const bool is_in_select =
      foreign_ == 1 && open_.size() >= 2 && open_[open_.size() - 2].element->name == "select";
  if (foreign_ == 0 || is_in_select)
    cut(open_.size() - 1);
}

void OpenElements::open(const HtmlToken& tag) {
  const HtmlElement& element = html_element(tag.name);
  if (element.name == "option")
    close_option();
  if (foreign_ == 0)
    open_in_html(element);
  if (element.is_void || element.name == "html" || element.name == "head" || element.name == "body")
    return;
  if (is_foreign(element))
    ++foreign_;
  open_.push_back({&element, tag.name, node_cost + (tag.end - tag.begin), false});
}

void OpenElements::close(std::string_view name) {
  if (open_.empty())
    return;
  if (foreign_ > 0) {
    if (equal_ignoring_case(open_.back().name, name))
      cut(open_.size() - 1);
    return;
  }
  const HtmlElement& element = html_element(name);
  if (element.name == "table" || is_row_or_group(element.name) || is_cell(element.name)) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].element == &element) {
        close_table_part(i);
        return;
      }
      if (open_[i].element->name == "table")
        return;
    }
    return;
  }
  const std::size_t index = find_in_scope(name);
  if (index == none)
    return;
  if (element.is_formatting || element.name == "form") {
    erase(index);
    return;
  }
  if (!element.is_special) {
    const bool is_blocked =
        std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(index) + 1, open_.end(),
                    [](const Entry& entry) { return entry.element->is_special; });
    if (is_blocked)
      return;
  }
  pop_to(index);
}

// Raw text that ends elsewhere than `end_of_raw_text` says (HTML §13.2.5.27).
bool is_double_escaped(std::string_view script) {
  const std::size_t comment = script.find("<!--");
  return comment != std::string_view::npos &&
         to_ascii_lower(script.substr(comment)).find("<script") != std::string::npos;
}

}  // namespace

bool is_within_html_limits(std::string_view html) {
  OpenElements open;
  std::size_t reopened = 0;
  std::size_t body_attributes = 0;
  for (std::size_t at = 0; at < html.size();) {
    const HtmlToken token = html_token_at(html, at);
    at = token.end;
    // The parser compares those of an end tag, too, and of a tag that the end of the text cuts off.
    if (token.attribute_count > html_attribute_limit)
      return false;
    if (token.kind == HtmlTokenKind::end_tag)
      open.close(token.name);
    if (open.is_in_foreign() && html.substr(token.begin).starts_with("<![CDATA["))
      return false;
    if (token.kind != HtmlTokenKind::start_tag)
      continue;
    const HtmlElement& element = html_element(token.name);
    open.open(token);
    // A second <body> adds its attributes to the first.
    if (element.name == "body" || element.name == "html")
      body_attributes += token.attribute_count;
    reopened += open.formatting_cost();
    if (open.depth() > html_depth_limit || reopened > html_reopened_limit ||
        body_attributes > html_attribute_limit)
      return false;
    if (open.is_in_foreign() && (element.is_raw_text || element.name == "plaintext"))
      return false;
    if (element.is_raw_text) {
      open.close(token.name);
      const std::size_t begin = at;
      at = end_of_raw_text(html, at, token.name);
      if (is_double_escaped(html.substr(begin, at - begin)))
        return false;
    } else if (element.name == "plaintext") {
      return true;
    }
  }
  return true;
}

}  // namespace mailcheck
