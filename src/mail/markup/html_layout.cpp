#include "mail/markup/html_layout.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "mail/markup/address_text.hpp"
#include "mail/markup/character_reference.hpp"
#include "mail/markup/html_token.hpp"
#include "mail/markup/text_writer.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

class HtmlLayout {
 public:
  explicit HtmlLayout(const DecodedText& html) : html_(html.text), writer_(html) {}

  void open(const HtmlEvent& event);
  void close(const HtmlEvent& event);
  void add_text(const HtmlEvent& event);
  MarkupText take() { return writer_.take(); }

 private:
  void begin_role(const HtmlEvent& event);
  void end_role(const HtmlEvent& event);
  void add_space(TextSpan span, bool is_kept);
  void add_reference(const CharacterReference& reference, TextSpan span, bool is_kept);
  void end_link(const HtmlEvent& event);

  std::string_view html_;
  TextWriter writer_;
  CharacterReferences references_;
  std::size_t list_depth_ = 0;
};

void HtmlLayout::begin_role(const HtmlEvent& event) {
  switch (event.role) {
    case HtmlRole::nothing:
    case HtmlRole::hidden:
      break;
    case HtmlRole::block:
      writer_.begin_block(1);
      break;
    case HtmlRole::paragraph:
    case HtmlRole::quote:
    case HtmlRole::preformatted:
      writer_.begin_block(2);
      break;
    case HtmlRole::line_break:
      writer_.break_line();
      break;
    case HtmlRole::list:
      writer_.begin_block(list_depth_++ == 0 ? 2 : 1);
      break;
    case HtmlRole::item:
      writer_.begin_block(1);
      writer_.begin_item();
      break;
    case HtmlRole::cell:
      writer_.add_space({event.span.begin, event.span.begin});
      break;
    case HtmlRole::code:
      writer_.begin_verbatim();
      break;
    case HtmlRole::link:
      writer_.begin_run();
      break;
  }
}

void HtmlLayout::end_role(const HtmlEvent& event) {
  switch (event.role) {
    case HtmlRole::nothing:
    case HtmlRole::hidden:
    case HtmlRole::line_break:
    case HtmlRole::cell:
      break;
    case HtmlRole::block:
      writer_.begin_block(1);
      break;
    case HtmlRole::paragraph:
    case HtmlRole::quote:
    case HtmlRole::preformatted:
      writer_.begin_block(2);
      break;
    case HtmlRole::list:
      writer_.begin_block(--list_depth_ == 0 ? 2 : 1);
      break;
    case HtmlRole::item:
      writer_.begin_block(1);
      writer_.end_item();
      break;
    case HtmlRole::code:
      writer_.end_verbatim();
      break;
    case HtmlRole::link:
      end_link(event);
      break;
  }
}

// A link that shows its address, in one line, is no prose.
void HtmlLayout::end_link(const HtmlEvent& event) {
  const TextSpan shown = writer_.end_run();
  if (is_address_text(slice(writer_.text(), shown), event.address))
    writer_.mark_verbatim(shown);
}

void HtmlLayout::open(const HtmlEvent& event) {
  if (event.is_citation || event.is_signature)
    writer_.begin_block(1);
  if (event.is_citation)
    writer_.set_quote_depth(writer_.quote_depth() + 1);
  if (event.is_signature)
    writer_.begin_signature();
  begin_role(event);
}

void HtmlLayout::close(const HtmlEvent& event) {
  end_role(event);
  if (event.is_citation || event.is_signature)
    writer_.begin_block(1);
  if (event.is_citation)
    writer_.set_quote_depth(writer_.quote_depth() - 1);
  if (event.is_signature)
    writer_.end_signature();
}

void HtmlLayout::add_space(TextSpan span, bool is_kept) {
  if (is_kept && html_[span.begin] == '\n')
    writer_.break_line(span);
  else if (is_kept)
    writer_.add_kept_space(span);
  else
    writer_.add_space(span);
}

void HtmlLayout::add_reference(const CharacterReference& reference, TextSpan span, bool is_kept) {
  const std::string_view value = reference.value;
  if (value == no_break_space)
    writer_.add_hard_space(span);
  else if (value == "\n" && is_kept)
    writer_.break_line();
  else if (value.size() == 1 && is_html_space(value.front()))
    writer_.add_space(span);
  else
    writer_.add_replaced(value, span);
}

void HtmlLayout::add_text(const HtmlEvent& event) {
  const TextSpan span = event.span;
  std::size_t run = span.begin;
  std::size_t at = span.begin;
  const auto flush = [&] {
    if (run < at)
      writer_.add({run, at});
  };
  while (at < span.end) {
    if (is_html_space(html_[at])) {
      flush();
      add_space({at, at + 1}, event.keeps_space);
      run = ++at;
      continue;
    }
    if (!event.is_raw && html_[at] == '<') {
      const HtmlToken token = html_token_at(html_.substr(0, span.end), at);
      if (token.kind != HtmlTokenKind::text) {
        flush();
        run = at = token.end;
        continue;
      }
    }
    if (!event.is_raw && html_[at] == '&') {
      const CharacterReference& reference =
          references_.at_start_of(html_.substr(at, span.end - at));
      if (reference.length > 0) {
        flush();
        add_reference(reference, {at, at + reference.length}, event.keeps_space);
        run = at = at + reference.length;
        continue;
      }
    }
    if (html_.substr(at).starts_with(no_break_space)) {
      flush();
      writer_.add_hard_space({at, at + no_break_space.size()});
      run = at = at + no_break_space.size();
      continue;
    }
    at += decode_utf8(html_, at).length;
  }
  at = std::min(at, span.end);
  flush();
}

}  // namespace

MarkupText lay_out_html(const DecodedText& html, const HtmlContent& content) {
  HtmlLayout layout(html);
  for (const HtmlEvent& event : content.events) {
    switch (event.kind) {
      case HtmlEventKind::open:
        layout.open(event);
        break;
      case HtmlEventKind::close:
        layout.close(event);
        break;
      case HtmlEventKind::text:
        layout.add_text(event);
        break;
    }
  }
  return layout.take();
}

}  // namespace mailcheck
