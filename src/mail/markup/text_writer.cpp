#include "mail/markup/text_writer.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mailcheck {

namespace {

std::string_view without_trailing_space(std::string_view text) {
  while (text.ends_with(' '))
    text.remove_suffix(1);
  return text;
}

}  // namespace

// The source of `span`, unless that stands before what was written already.
SourceSpan TextWriter::claim(TextSpan span) {
  if (span.begin < written_)
    return {place_, place_};
  written_ = span.end;
  const SourceSpan source = input_.map.to_source(span);
  place_ = source.end;
  return source;
}

void TextWriter::write_nowhere(std::string_view text) {
  if (text.empty())
    return;
  out_.text.append_replaced(text, {place_, place_});
}

std::string_view TextWriter::current_line() const {
  return std::string_view(out_.text.text).substr(line_begin_);
}

void TextWriter::write_line_ends() {
  const std::size_t depth = std::min(quote_depth_, quote_level_limit);
  const bool is_first = out_.text.text.empty();
  for (std::size_t i = 0; i < line_ends_ && !is_first; ++i) {
    const TextSpan line_end = std::exchange(line_end_, {});
    if (!line_end.empty() && line_end.begin >= written_) {
      static_cast<void>(claim(line_end));
      out_.text.append(input_, line_end);
    } else {
      write_nowhere("\n");
    }
    ++line_count_;
    const bool is_last = i + 1 == line_ends_;
    std::string marks;
    for (std::size_t level = is_last ? depth : std::min(depth, line_depth_); level > 0; --level)
      marks += "> ";
    write_nowhere(is_last ? marks : without_trailing_space(marks));
  }
  if (is_first) {
    for (std::size_t level = depth; level > 0; --level)
      write_nowhere("> ");
  }
  line_ends_ = 0;
  line_depth_ = depth;
  line_begin_ = out_.text.text.size();
}

void TextWriter::write_space() {
  if (!space_)
    return;
  const TextSpan span = *std::exchange(space_, std::nullopt);
  if (!space_is_kept_ && current_line().empty())
    return;
  const std::string_view bytes = slice(std::string_view(input_.text), span);
  if ((space_is_kept_ || bytes == " ") && span.begin >= written_) {
    static_cast<void>(claim(span));
    out_.text.append(input_, span);
    return;
  }
  out_.text.append_replaced(" ", claim(span));
}

// Marks at the start of a line whose text begins with `first`.
void TextWriter::write_marks(std::string_view first) {
  if (std::exchange(signature_is_due_, false) && !first.starts_with("--")) {
    write_nowhere("-- ");
    line_ends_ = 1;
    write_line_ends();
  }
  write_nowhere(std::exchange(item_mark_, {}));
  line_begin_ = out_.text.text.size();
}

void TextWriter::prepare(std::string_view first) {
  const bool begins_line = line_ends_ > 0 || out_.text.text.empty();
  if (begins_line) {
    if (without_trailing_space(current_line()) == "--")
      signature_is_due_ = false;
    write_line_ends();
    write_marks(first);
  }
  line_is_held_ = false;
  write_space();
  if (run_is_due_) {
    run_is_due_ = false;
    run_begin_ = out_.text.text.size();
  }
  if (verbatim_depth_ > 0 && !verbatim_begin_) {
    verbatim_begin_ = out_.text.text.size();
    verbatim_line_ = line_count_;
  }
}

void TextWriter::add(TextSpan span) {
  prepare(slice(std::string_view(input_.text), span));
  if (span.begin >= written_) {
    static_cast<void>(claim(span));
    out_.text.append(input_, span);
    return;
  }
  out_.text.append_replaced(slice(std::string_view(input_.text), span), {place_, place_});
}

void TextWriter::add_replaced(std::string_view text, TextSpan span) {
  prepare(text);
  out_.text.append_replaced(text, claim(span));
}

void TextWriter::add_space(TextSpan span) {
  if (space_ && space_->end == span.begin)
    space_->end = span.end;
  else if (!space_)
    space_ = span;
  else
    return;
  space_is_kept_ = false;
}

void TextWriter::add_kept_space(TextSpan span) {
  if (space_ && space_->end == span.begin)
    space_->end = span.end;
  else
    space_ = span;
  space_is_kept_ = true;
}

void TextWriter::add_hard_space(TextSpan span) {
  if (line_ends_ > 0 || out_.text.text.empty())
    line_is_held_ = true;
  add_space(span);
}

// White space at the end of a line goes, but for the one that makes “-- ” a signature mark.
void TextWriter::close_line() {
  if (space_ && line_ends_ == 0 && current_line() == "--")
    write_space();
  space_.reset();
}

void TextWriter::break_line(TextSpan line_end) {
  close_line();
  if (line_ends_ == 0)
    line_end_ = line_end;
  line_is_held_ = false;
  line_ends_ = std::min<std::size_t>(line_ends_ + 1, 2);
}

void TextWriter::begin_block(std::size_t line_ends) {
  if (line_is_held_)
    break_line();
  close_line();
  line_ends_ = std::max(line_ends_, line_ends);
}

void TextWriter::begin_item(std::string_view mark) {
  item_mark_ = mark;
}

void TextWriter::end_item() {
  item_mark_.clear();
}

void TextWriter::begin_signature() {
  signature_is_due_ = true;
}

void TextWriter::end_signature() {
  signature_is_due_ = false;
}

void TextWriter::begin_verbatim() {
  ++verbatim_depth_;
}

void TextWriter::end_verbatim() {
  if (--verbatim_depth_ > 0)
    return;
  const std::optional<std::size_t> begin = std::exchange(verbatim_begin_, std::nullopt);
  if (begin && verbatim_line_ == line_count_)
    mark_verbatim({*begin, out_.text.text.size()});
}

void TextWriter::begin_run() {
  run_is_due_ = true;
}

TextSpan TextWriter::end_run() {
  const std::size_t end = out_.text.text.size();
  return {std::exchange(run_is_due_, false) ? end : run_begin_, end};
}

void TextWriter::mark_verbatim(TextSpan span) {
  if (!span.empty())
    out_.verbatim.push_back(span);
}

MarkupText TextWriter::take() {
  close_line();
  if (!out_.text.text.empty())
    write_nowhere("\n");
  // Spans may nest (code within a link); what is left is sorted and apart.
  std::sort(out_.verbatim.begin(), out_.verbatim.end());
  std::vector<TextSpan> apart;
  for (const TextSpan span : out_.verbatim) {
    if (!apart.empty() && span.begin < apart.back().end)
      apart.back().end = std::max(apart.back().end, span.end);
    else
      apart.push_back(span);
  }
  out_.verbatim = std::move(apart);
  return std::move(out_);
}

}  // namespace mailcheck
