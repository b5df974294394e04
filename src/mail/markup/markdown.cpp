#include "mail/markup/markdown.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <md4c.h>

#include "base/out_of_memory.hpp"
#include "mail/ascii.hpp"
#include "mail/markup/address_text.hpp"
#include "mail/markup/character_reference.hpp"
#include "mail/markup/html_element.hpp"
#include "mail/markup/html_token.hpp"
#include "mail/markup/markdown_cost.hpp"
#include "mail/markup/markdown_parts.hpp"
#include "mail/markup/text_writer.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view no_break_space = "\u00A0";

class MarkdownReader {
 public:
  explicit MarkdownReader(const DecodedText& input) : text_(input.text), writer_(input) {}

  void read(TextSpan span);
  /// Adds lines as they are.
  void add_plain(TextSpan span);

  [[nodiscard]] std::size_t code_blocks() const { return code_blocks_; }
  [[nodiscard]] std::size_t html_blocks() const { return html_blocks_; }
  [[nodiscard]] std::size_t first_left_out() const { return first_left_out_; }
  MarkupText take() { return writer_.take(); }

 private:
  struct List {
    bool is_tight;
    std::optional<std::size_t> number;  ///< Of the next item.
    char delimiter;
  };

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type);
  void leave_span(MD_SPANTYPE type, void* detail);
  void add(MD_TEXTTYPE type, std::string_view text);

  void begin_item();
  void leave_out(std::size_t& count);
  void end_line();
  void add_words(TextSpan span);
  void add_entity(std::string_view text, TextSpan span);
  void leave_lazy_quote(std::size_t offset);
  [[nodiscard]] std::optional<TextSpan> find(std::string_view text) const;
  [[nodiscard]] bool is_shown_tag(std::string_view html) const;

  std::string_view text_;
  TextWriter writer_;
  CharacterReferences references_;
  std::vector<List> lists_;
  std::size_t quote_depth_ = 0;
  std::size_t image_depth_ = 0;
  std::size_t at_ = 0;  ///< End of what the parser has given.
  bool is_left_out_ = false;
  bool begins_line_ = false;
  std::size_t code_blocks_ = 0;
  std::size_t html_blocks_ = 0;
  std::size_t first_left_out_ = 0;
};

// The parser mostly gives parts of its input; what is none stands nowhere.
std::optional<TextSpan> MarkdownReader::find(std::string_view text) const {
  const auto begin = reinterpret_cast<std::uintptr_t>(text.data());
  const auto input = reinterpret_cast<std::uintptr_t>(text_.data());
  if (begin < input || begin + text.size() > input + text_.size())
    return std::nullopt;
  return TextSpan{begin - input, begin - input + text.size()};
}

void MarkdownReader::begin_item() {
  if (lists_.empty())
    return;
  List& list = lists_.back();
  writer_.begin_block(list.is_tight ? 1 : 2);
  if (list.number)
    writer_.begin_item(fmt::format("{}{} ", (*list.number)++, list.delimiter));
  else
    writer_.begin_item();
}

void MarkdownReader::leave_out(std::size_t& count) {
  if (code_blocks_ + html_blocks_ == 0)
    first_left_out_ = at_;
  ++count;
  is_left_out_ = true;
  writer_.begin_block(2);
}

void MarkdownReader::enter_block(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      writer_.begin_block(2);
      writer_.set_quote_depth(++quote_depth_);
      break;
    case MD_BLOCK_UL:
      writer_.begin_block(lists_.empty() ? 2 : 1);
      lists_.push_back(
          {static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0, std::nullopt, '-'});
      break;
    case MD_BLOCK_OL: {
      const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
      writer_.begin_block(lists_.empty() ? 2 : 1);
      lists_.push_back({list->is_tight != 0, list->start, list->mark_delimiter});
      break;
    }
    case MD_BLOCK_LI:
      begin_item();
      break;
    case MD_BLOCK_CODE:
      leave_out(code_blocks_);
      break;
    case MD_BLOCK_HTML:
      leave_out(html_blocks_);
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
      writer_.begin_block(2);
      break;
    case MD_BLOCK_TR:
      writer_.begin_block(1);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      writer_.add_space({});
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      break;
  }
  if (type != MD_BLOCK_TH && type != MD_BLOCK_TD)
    begins_line_ = true;
}

void MarkdownReader::leave_block(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      writer_.begin_block(2);
      writer_.set_quote_depth(--quote_depth_);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lists_.pop_back();
      writer_.begin_block(1);
      break;
    case MD_BLOCK_LI:
      writer_.begin_block(1);
      writer_.end_item();
      break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
      is_left_out_ = false;
      writer_.begin_block(2);
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
    case MD_BLOCK_TABLE:
      writer_.begin_block(1);
      // Behind a line that was no part of the quote, the next paragraph may be one again.
      writer_.set_quote_depth(quote_depth_);
      break;
    case MD_BLOCK_TR:
      writer_.begin_block(1);
      break;
    case MD_BLOCK_HR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      break;
  }
}

void MarkdownReader::enter_span(MD_SPANTYPE type) {
  if (type == MD_SPAN_IMG)
    ++image_depth_;
  if (type == MD_SPAN_CODE)
    writer_.begin_verbatim();
  if (type == MD_SPAN_A)
    writer_.begin_run();
}

void MarkdownReader::leave_span(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_IMG)
    --image_depth_;
  if (type == MD_SPAN_CODE)
    writer_.end_verbatim();
  if (type != MD_SPAN_A)
    return;
  const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
  const TextSpan shown = writer_.end_run();
  if (is_address_text(slice(writer_.text(), shown), {href.text, href.size}))
    writer_.mark_verbatim(shown);
}

// The parser lets a paragraph of a quote go on in lines without “>”. In mail, such a line is the
// writer's answer.
void MarkdownReader::leave_lazy_quote(std::size_t offset) {
  const std::size_t line_end = text_.rfind('\n', offset);
  const std::size_t line = line_end == std::string_view::npos ? 0 : line_end + 1;
  const std::string_view marks = text_.substr(line, offset - line);
  const auto marked = static_cast<std::size_t>(std::count(marks.begin(), marks.end(), '>'));
  const std::size_t depth = std::min(marked, quote_depth_);
  if (depth == writer_.quote_depth())
    return;
  writer_.begin_block(2);
  writer_.set_quote_depth(depth);
}

void MarkdownReader::end_line() {
  const std::size_t at = text_.find('\n', at_);
  writer_.break_line(at == std::string_view::npos ? TextSpan{} : TextSpan{at, at + 1});
  begins_line_ = true;
}

void MarkdownReader::add_words(TextSpan span) {
  std::size_t run = span.begin;
  for (std::size_t at = span.begin; at < span.end;) {
    const bool is_hard = text_.substr(at, span.end - at).starts_with(no_break_space);
    const std::size_t length = is_hard ? no_break_space.size() : 1;
    if (!is_hard && !is_html_space(text_[at])) {
      ++at;
      continue;
    }
    if (run < at)
      writer_.add({run, at});
    if (is_hard)
      writer_.add_hard_space({at, at + length});
    else
      writer_.add_kept_space({at, at + length});
    at += length;
    run = at;
  }
  if (run < span.end)
    writer_.add({run, span.end});
}

void MarkdownReader::add_entity(std::string_view text, TextSpan span) {
  const CharacterReference& reference = references_.at_start_of(text);
  if (reference.length != text.size())
    add_words(span);
  else if (reference.value == no_break_space)
    writer_.add_hard_space(span);
  else if (trim(reference.value).empty())
    writer_.add_space(span);
  else
    writer_.add_replaced(reference.value, span);
}

// A tag that HTML does not have is a placeholder that somebody typed: “<Company>”.
bool MarkdownReader::is_shown_tag(std::string_view html) const {
  const HtmlToken token = html.starts_with('<') ? html_token_at(html, 0) : HtmlToken{};
  return token.kind == HtmlTokenKind::start_tag && html_element(token.name).name.empty();
}

void MarkdownReader::add(MD_TEXTTYPE type, std::string_view text) {
  const std::optional<TextSpan> span = find(text);
  if (span && begins_line_ && !text.empty()) {
    if (quote_depth_ > 0)
      leave_lazy_quote(span->begin);
    begins_line_ = false;
  }
  if (span)
    at_ = span->end;
  if (image_depth_ > 0)
    return;
  if (is_left_out_ && !(type == MD_TEXT_HTML && is_shown_tag(text)))
    return;
  switch (type) {
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      if (span)
        add_words(*span);
      else if (!trim(text).empty())
        writer_.add_replaced(text, {at_, at_});
      else if (!text.empty())
        writer_.add_space({at_, at_});
      break;
    case MD_TEXT_HTML:
      if (span && is_shown_tag(text))
        add_words(*span);
      break;
    case MD_TEXT_ENTITY:
      if (span)
        add_entity(text, *span);
      break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      end_line();
      break;
    case MD_TEXT_NULLCHAR:
      break;
  }
}

void MarkdownReader::read(TextSpan span) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH |
                 MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
    static_cast<MarkdownReader*>(reader)->enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) {
    static_cast<MarkdownReader*>(reader)->leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* reader) {
    static_cast<MarkdownReader*>(reader)->enter_span(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* reader) {
    static_cast<MarkdownReader*>(reader)->leave_span(type, detail);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
    static_cast<MarkdownReader*>(reader)->add(type, {text, size});
    return 0;
  };
  at_ = span.begin;
  // It fails only where memory runs out.
  if (md_parse(text_.data() + span.begin, static_cast<MD_SIZE>(span.size()), &parser, this) != 0)
    out_of_memory();
}

void MarkdownReader::add_plain(TextSpan span) {
  const std::string_view text = text_.substr(0, span.end);
  writer_.begin_block(text.substr(0, span.begin).ends_with("\n\n") ? 2 : 1);
  for (MarkdownLine line = markdown_line_at(text, span.begin); line.begin < text.size();
       line = markdown_line_at(text, line.next)) {
    std::size_t begin = line.begin;
    while (begin < line.end && is_blank(text[begin]))
      ++begin;
    std::size_t end = line.end;
    while (end > begin && is_blank(text[end - 1]))
      --end;
    // The space that makes “-- ” a signature mark is the one that counts.
    if (text.substr(line.begin, line.end - line.begin) == "-- ")
      end = line.end;
    if (begin < end)
      writer_.add({begin, end});
    writer_.break_line({line.end, line.next});
  }
}

}  // namespace

MarkupText read_markdown(const DecodedText& markdown, std::vector<Note>& notes) {
  const std::string_view text = markdown.text;
  const std::size_t begin = end_of_front_matter(text);
  const std::size_t signature = begin_of_signature(text, begin);
  MarkdownReader reader(markdown);
  if (is_within_markdown_limits(text.substr(begin, signature - begin))) {
    reader.read({begin, signature});
    reader.add_plain({signature, text.size()});
  } else {
    add_note(notes, NoteKind::limit_reached, markdown.map.to_source({0, text.size()}),
             "The Markdown has too many links in one paragraph; it was read as plain text");
    reader.add_plain({begin, text.size()});
  }
  const std::size_t blocks = reader.code_blocks() + reader.html_blocks();
  if (blocks > 0) {
    const std::size_t place = reader.first_left_out();
    const std::string_view what = reader.html_blocks() == 0   ? "code"
                                  : reader.code_blocks() == 0 ? "HTML"
                                                              : "code and HTML";
    add_note(notes, NoteKind::left_out, markdown.map.to_source({place, place}),
             fmt::format("{} of {} {} not checked", blocks == 1 ? "A block" : "Blocks", what,
                         blocks == 1 ? "was" : "were"));
  }
  return reader.take();
}

}  // namespace mailcheck
