#include "mail/markup/html_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include <gumbo.h>

#include "mail/ascii.hpp"
#include "mail/markup/html_style.hpp"
#include "mail/markup/html_token.hpp"

namespace mailcheck {

namespace {

// Memory that is given back all at once: gumbo takes its tree apart by recursion, which a stack may
// not bear.
class Arena {
 public:
  void* allocate(std::size_t size) {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    size = (size + alignment - 1) / alignment * alignment;
    if (size > free_) {
      free_ = std::max(size, chunk_size);
      chunks_.push_back(std::make_unique<std::max_align_t[]>(free_ / sizeof(std::max_align_t) + 1));
      next_ = static_cast<std::byte*>(static_cast<void*>(chunks_.back().get()));
    }
    void* memory = next_;
    next_ += size;
    free_ -= size;
    return memory;
  }

 private:
  static constexpr std::size_t chunk_size = std::size_t{1} << 18;
  std::vector<std::unique_ptr<std::max_align_t[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t free_ = 0;
};

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string_view name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN)
    return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

bool has_class(std::string_view classes, std::string_view wanted) {
  std::size_t at = 0;
  while (at < classes.size()) {
    std::size_t end = at;
    while (end < classes.size() && !is_html_space(classes[end]))
      ++end;
    if (equal_ignoring_case(classes.substr(at, end - at), wanted))
      return true;
    at = end + 1;
  }
  return false;
}

template <class Names>
bool has_any_class(std::string_view classes, const Names& names) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return has_class(classes, name); });
}

// What mail programs put around quoted mail together with the line that says who wrote it.
constexpr std::string_view quote_containers[] = {"gmail_quote",      "gmail_extra",
                                                 "protonmail_quote", "tutanota_quote",
                                                 "yahoo_quoted",     "zmail_extra"};
constexpr std::string_view signature_classes[] = {"gmail_signature", "moz-signature",
                                                  "protonmail_signature_block-user"};
constexpr std::string_view signature_ids[] = {"AppleMailSignature", "Signature",
                                              "ms-outlook-mobile-signature"};
// Word's paragraphs, unless the style sheet says otherwise.
constexpr std::string_view single_line_classes[] = {"MsoNormal", "MsoNoSpacing", "MsoPlainText"};

bool is_signature(std::string_view classes, std::string_view id) {
  return has_any_class(classes, signature_classes) ||
         std::any_of(std::begin(signature_ids), std::end(signature_ids),
                     [&](std::string_view known) { return equal_ignoring_case(id, known); });
}

// What an element hands down to those inside.
struct Inherited {
  bool keeps_space = false;
  bool is_tiny = false;
  bool is_in_quote = false;
  bool is_in_code = false;
  bool is_in_signature = false;
};

struct Frame {
  const GumboVector* children;
  unsigned next;
  Inherited inherited;
  std::optional<HtmlEvent> end;  ///< What to add behind the children.
};

class Flattener {
 public:
  explicit Flattener(std::string_view html) : html_(html) {}

  void run(const GumboNode& root);
  HtmlContent take() { return std::move(content_); }

 private:
  void collect_styles(const GumboNode& root);
  void enter(const GumboElement& element, Inherited inherited);
  void add_text(const GumboNode& node, const Inherited& inherited);
  [[nodiscard]] HtmlStyle style_of(const GumboElement& element, std::string_view name) const;
  [[nodiscard]] TextSpan span_of(const GumboStringPiece& piece) const;
  bool leave_out_code(const GumboElement& element, const Inherited& inherited);

  std::string_view html_;
  HtmlStyleSheet sheet_;
  HtmlContent content_;
  std::vector<Frame> frames_;
};

TextSpan Flattener::span_of(const GumboStringPiece& piece) const {
  if (piece.data == nullptr)
    return {};
  const auto begin = static_cast<std::size_t>(piece.data - html_.data());
  return {begin, std::min(begin + piece.length, html_.size())};
}

void Flattener::collect_styles(const GumboNode& root) {
  std::vector<const GumboNode*> nodes{&root};
  while (!nodes.empty()) {
    const GumboElement& element = nodes.back()->v.element;
    nodes.pop_back();
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      if (child->type == GUMBO_NODE_ELEMENT)
        nodes.push_back(child);
      else if (element.tag == GUMBO_TAG_STYLE && child->type == GUMBO_NODE_TEXT)
        sheet_.add(child->v.text.text);
    }
  }
}

HtmlStyle Flattener::style_of(const GumboElement& element, std::string_view name) const {
  const std::string_view classes = attribute(element, "class");
  HtmlStyle style;
  if (has_any_class(classes, single_line_classes))
    style.has_margin = false;
  style.override_with(sheet_.style_of(name, classes, attribute(element, "id")));
  style.override_with(parse_html_style(attribute(element, "style")));
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr)
    style.is_hidden = true;
  return style;
}

// A <pre> that holds <code>, or is inside it, is a program text.
bool Flattener::leave_out_code(const GumboElement& element, const Inherited& inherited) {
  bool is_code = inherited.is_in_code;
  for (unsigned i = 0; i < element.children.length && !is_code; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    is_code = child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_CODE;
  }
  if (!is_code)
    return false;
  if (content_.code_blocks++ == 0)
    content_.first_code_block = span_of(element.original_tag);
  content_.events.push_back({.kind = HtmlEventKind::open, .role = HtmlRole::paragraph});
  content_.events.push_back({.kind = HtmlEventKind::close, .role = HtmlRole::paragraph});
  return true;
}

void Flattener::enter(const GumboElement& element, Inherited inherited) {
  const std::string_view name = name_of(element);
  const HtmlElement& known = html_element(name);
  const HtmlStyle style = style_of(element, name);
  if (known.role == HtmlRole::hidden || style.is_hidden.value_or(false))
    return;
  if (known.role == HtmlRole::preformatted && leave_out_code(element, inherited))
    return;
  const std::string_view classes = attribute(element, "class");
  const bool is_container = has_any_class(classes, quote_containers);
  HtmlEvent event{.kind = HtmlEventKind::open, .role = known.role};
  if (known.role == HtmlRole::paragraph && !style.has_margin.value_or(true))
    event.role = HtmlRole::block;
  if (known.role == HtmlRole::block && style.has_margin.value_or(false))
    event.role = HtmlRole::paragraph;
  if (known.role == HtmlRole::quote)
    event.is_citation = inherited.is_in_quote || is_container || style.has_border.value_or(false) ||
                        equal_ignoring_case(attribute(element, "type"), "cite");
  if (has_class(classes, "yahoo_quoted"))
    event.is_citation = true;
  if (!inherited.is_in_signature && is_signature(classes, attribute(element, "id")))
    event.is_signature = true;
  if (known.role == HtmlRole::link)
    event.address = attribute(element, "href");

  inherited.keeps_space =
      style.keeps_space.value_or(inherited.keeps_space || known.role == HtmlRole::preformatted);
  inherited.is_tiny = style.is_tiny.value_or(inherited.is_tiny);
  inherited.is_in_quote = inherited.is_in_quote || is_container || event.is_citation;
  inherited.is_in_code = inherited.is_in_code || known.role == HtmlRole::code;
  inherited.is_in_signature = inherited.is_in_signature || event.is_signature;
  Frame frame{&element.children, 0, inherited, std::nullopt};
  if (event.role != HtmlRole::nothing || event.is_citation || event.is_signature) {
    content_.events.push_back(event);
    event.kind = HtmlEventKind::close;
    frame.end = std::move(event);
  }
  frames_.push_back(std::move(frame));
}

void Flattener::add_text(const GumboNode& node, const Inherited& inherited) {
  if (inherited.is_tiny)
    return;
  HtmlEvent event{.keeps_space = inherited.keeps_space, .span = span_of(node.v.text.original_text)};
  if (node.type == GUMBO_NODE_CDATA) {
    constexpr std::size_t mark = std::string_view("<![CDATA[").size();
    event.span.begin = std::min(event.span.begin + mark, event.span.end);
    event.is_raw = true;
  }
  if (node.parent != nullptr && node.parent->type == GUMBO_NODE_ELEMENT)
    event.is_raw = event.is_raw || node.parent->v.element.tag == GUMBO_TAG_XMP ||
                   node.parent->v.element.tag == GUMBO_TAG_PLAINTEXT;
  content_.events.push_back(std::move(event));
}

void Flattener::run(const GumboNode& root) {
  collect_styles(root);
  enter(root.v.element, {});
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    if (frame.next == frame.children->length) {
      if (frame.end)
        content_.events.push_back(*std::move(frame.end));
      frames_.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(frame.children->data[frame.next++]);
    switch (child->type) {
      case GUMBO_NODE_ELEMENT:
        enter(child->v.element, frame.inherited);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        add_text(*child, frame.inherited);
        break;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        break;
    }
  }
}

// The parser moves text that stands between the cells of a table in front of it. Here it goes back
// to where it was written, as a line of its own, so that text and source have one order.
void restore_order(std::vector<HtmlEvent>& events) {
  std::vector<HtmlEvent> early;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  std::vector<bool> is_early(events.size());
  for (std::size_t i = events.size(); i-- > 0;) {
    if (events[i].kind != HtmlEventKind::text)
      continue;
    is_early[i] = events[i].span.begin > least;
    least = std::min(least, events[i].span.begin);
  }
  std::vector<HtmlEvent> rest;
  for (std::size_t i = 0; i < events.size(); ++i)
    (is_early[i] ? early : rest).push_back(std::move(events[i]));
  std::stable_sort(early.begin(), early.end(), [](const HtmlEvent& a, const HtmlEvent& b) {
    return a.span.begin < b.span.begin;
  });
  events.clear();
  auto next = early.begin();
  const auto put_back_until = [&](std::size_t offset) {
    for (; next != early.end() && next->span.begin < offset; ++next) {
      events.push_back({.kind = HtmlEventKind::open, .role = HtmlRole::block});
      events.push_back(std::move(*next));
      events.push_back({.kind = HtmlEventKind::close, .role = HtmlRole::block});
    }
  };
  for (HtmlEvent& event : rest) {
    if (event.kind == HtmlEventKind::text)
      put_back_until(event.span.begin);
    events.push_back(std::move(event));
  }
  put_back_until(std::numeric_limits<std::size_t>::max());
}

}  // namespace

HtmlContent parse_html(std::string_view html) {
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* data, std::size_t size) {
    return static_cast<Arena*>(data)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
  Flattener flattener(html);
  if (output->root != nullptr)
    flattener.run(*output->root);
  HtmlContent content = flattener.take();
  restore_order(content.events);
  return content;
}

}  // namespace mailcheck
