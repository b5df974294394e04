#pragma once

// Writes the text of marked-up documents: collapses white space, sets line ends between blocks,
// marks quotes and list items, remembers what is verbatim. Every byte keeps its place in the
// source.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"
#include "mail/markup/markup_text.hpp"

namespace mailcheck {

/// Levels of quotes that are told apart.
inline constexpr std::size_t quote_level_limit = 8;

class TextWriter {
 public:
  /// `input` is the marked-up text; it must outlive the writer. Spans are bytes of `input.text`,
  /// and come in ascending order; what does not stands nowhere.
  explicit TextWriter(const DecodedText& input) : input_(input) {}

  /// Text as it is in the input, without white space.
  void add(TextSpan span);
  /// Text that the input says otherwise, as a character reference does; not only white space.
  void add_replaced(std::string_view text, TextSpan span);
  /// White space: one space, however much there is, none at the start or end of a line.
  void add_space(TextSpan span);
  /// White space that counts, at the start of a line, too.
  void add_kept_space(TextSpan span);
  /// A space that is always shown, as “&nbsp;” is: a line may consist of it.
  void add_hard_space(TextSpan span);

  /// Ends the line; on an empty line, leaves it empty. There is never more than one empty line.
  /// `line_end` is the line end in the input, if it has one there.
  void break_line(TextSpan line_end = {});
  /// Begins a new block: at least `line_ends` (1 or 2) line ends come before the next text.
  void begin_block(std::size_t line_ends);

  /// The next line begins with a list mark, unless the item ends first.
  void begin_item(std::string_view mark = "- ");
  void end_item();
  /// Quotes may be left for a line or more: `depth` counts those around the text that follows.
  [[nodiscard]] std::size_t quote_depth() const { return quote_depth_; }
  void set_quote_depth(std::size_t depth) { quote_depth_ = depth; }
  /// What follows is a signature and gets a “-- ” above, unless it has one.
  void begin_signature();
  void end_signature();
  /// Text between the two is verbatim as long as it is within one line. They may nest.
  void begin_verbatim();
  void end_verbatim();

  /// The text that was added between the two, without what led to it. They do not nest.
  void begin_run();
  [[nodiscard]] TextSpan end_run();

  [[nodiscard]] std::string_view text() const { return out_.text.text; }
  void mark_verbatim(TextSpan span);

  /// The finished text, ended by a line end unless it is empty.
  [[nodiscard]] MarkupText take();

 private:
  void prepare(std::string_view first);
  void write_line_ends();
  void write_space();
  void write_marks(std::string_view first);
  void write_nowhere(std::string_view text);
  [[nodiscard]] SourceSpan claim(TextSpan span);
  void close_line();
  [[nodiscard]] std::string_view current_line() const;

  const DecodedText& input_;
  MarkupText out_;
  std::size_t line_ends_ = 0;   ///< To write before the next text.
  std::size_t line_begin_ = 0;  ///< Where the text of the last line begins, behind its marks.
  std::size_t line_count_ = 0;
  std::size_t written_ = 0;  ///< End of what was taken from the input.
  std::size_t place_ = 0;    ///< The same in the source.
  std::optional<TextSpan> space_;
  TextSpan line_end_;  ///< In the input; may be empty.
  bool space_is_kept_ = false;
  bool line_is_held_ = false;  ///< The line holds nothing but hard spaces.
  std::string item_mark_;      ///< Due at the start of the next line.
  bool signature_is_due_ = false;
  std::size_t quote_depth_ = 0;
  std::size_t line_depth_ = 0;  ///< Of the last line.
  std::size_t verbatim_depth_ = 0;
  std::optional<std::size_t> verbatim_begin_;
  std::size_t verbatim_line_ = 0;
  bool run_is_due_ = false;
  std::size_t run_begin_ = 0;
};

}  // namespace mailcheck
