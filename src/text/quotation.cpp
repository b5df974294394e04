#include "text/quotation.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "mail/ascii.hpp"
#include "text/attribution.hpp"
#include "text/quoted_header.hpp"

namespace mailcheck {

namespace {

// Lines of the header of a quoted message, long address lists included.
constexpr std::size_t quoted_header_lines = 30;
// Empty lines between an attribution and its quote, and between fields of a header.
constexpr std::size_t blank_lines = 4;
// Bytes of a quoted line that a program may have wrapped, and of the rest it put on the next line.
constexpr std::size_t wrapped_line = 60;
constexpr std::size_t wrapped_rest = 30;
// Letters of a name or initials before a quote mark, as SuperCite writes them: “DP> ”.
constexpr std::size_t initials = 10;

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_rule(std::string_view line) {
  return line.size() >= 5 && line.find_first_not_of("_-=") == std::string_view::npos;
}

// Length of the initials “DP>” begins with, with their mark; 0: none.
std::size_t initials_mark(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() && length <= initials && is_ascii_letter(line[length]))
    ++length;
  const bool is_mark =
      length > 0 && length <= initials && length < line.size() && line[length] == '>' &&
      (length + 1 == line.size() || is_blank(line[length + 1]) || line[length + 1] == '>');
  return is_mark ? length + 1 : 0;
}

class Marker {
 public:
  Marker(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {
    fields_.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      fields_.push_back(quoted_field_of(content(i)));
  }

  void mark() {
    mark_prefixed();
    mark_wrapped();
    mark_initials();
    note_order();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].is_blank() || !lines_[i].is_own())
        continue;
      if (is_message_separator(content(i))) {
        if (mark_message(i, i + 1) == Below::message)
          return;
        continue;
      }
      if (const std::size_t end = quoted_header_end(i); end > i) {
        if (mark_message(start_of_header(i), end) == Below::message)
          return;
        continue;
      }
      if (mark_attribution(i) == Below::message)
        return;
    }
  }

 private:
  /// What stands below the lines that introduce a quote.
  enum class Below { message, prefixed, other };

  [[nodiscard]] std::string_view content(std::size_t line) const {
    return slice(text_, lines_[line].content);
  }

  void set_kind(std::size_t begin, std::size_t end, RegionKind kind) {
    for (std::size_t i = begin; i < end; ++i)
      lines_[i].kind = kind;
  }

  void mark_prefixed() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (content(i).starts_with('>') || content(i).starts_with("|>"))
        lines_[i].kind = RegionKind::quote;
    }
  }

  // The end of a quoted line that was wrapped, without its mark: a few words between two quoted
  // lines, the first of which is long and stops in the middle of a sentence.
  void mark_wrapped() {
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      const std::string_view above = content(i - 1);
      const bool is_between = content(i + 1).starts_with('>') && above.starts_with('>');
      const bool is_cut = above.size() >= wrapped_line &&
                          std::string_view(".:!?").find(above.back()) == std::string_view::npos;
      if (is_between && is_cut && !lines_[i].is_blank() && content(i).size() <= wrapped_rest)
        lines_[i].kind = RegionKind::quote;
    }
  }

  // “DP> ” on two lines in a row, or directly below another quote.
  void mark_initials() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::size_t length = initials_mark(content(i));
      if (length == 0 || !lines_[i].is_own())
        continue;
      const std::string_view mark = content(i).substr(0, length);
      const bool has_next = i + 1 < lines_.size() && content(i + 1).starts_with(mark);
      if (has_next || is_below_quote(i))
        lines_[i].kind = RegionKind::quote;
    }
  }

  [[nodiscard]] bool is_below_quote(std::size_t line) const {
    for (std::size_t i = line; i > 0 && line - i < blank_lines; --i) {
      if (!lines_[i - 1].is_blank())
        return !lines_[i - 1].is_own();
    }
    return false;
  }

  void note_order() {
    next_quote_.assign(lines_.size() + 1, lines_.size());
    for (std::size_t i = lines_.size(); i > 0; --i) {
      const Line& line = lines_[i - 1];
      const bool is_quote = !line.is_blank() && !line.is_own();
      next_quote_[i - 1] = is_quote ? i - 1 : next_quote_[i];
      if (!line.is_blank() && line.is_own())
        last_own_ = std::max(last_own_, i - 1);
    }
  }

  // Lines [begin, end) introduce a message; its header may follow a separator; its text is the
  // rest, unless it has quote marks.
  Below mark_message(std::size_t begin, std::size_t end) {
    std::size_t next = next_line(end);
    if (next < lines_.size())
      end = std::max(end, quoted_header_end(next));
    set_kind(begin, end, RegionKind::attribution);
    next = next_line(end);
    if (next < lines_.size() && (!lines_[next].is_own() || attribution_at(next).length > 0))
      return Below::prefixed;
    set_kind(end, lines_.size(), RegionKind::quote);
    return Below::message;
  }

  // The first line from `line` on that is not empty.
  [[nodiscard]] std::size_t next_line(std::size_t line) const {
    while (line < lines_.size() && lines_[line].is_blank())
      ++line;
    return line;
  }

  // End of the header of a quoted message that begins at `begin`: at least three of its fields with
  // a sender or recipient and a date or subject. 0 when there is none.
  [[nodiscard]] std::size_t quoted_header_end(std::size_t begin) const {
    if (fields_[begin] == QuotedField::none || fields_[begin] == QuotedField::other)
      return 0;
    unsigned found = 0;
    std::size_t end = begin;
    std::size_t blank = 0;  // Empty lines above.
    const std::size_t limit = std::min(lines_.size(), begin + quoted_header_lines);
    for (std::size_t i = begin; i < limit; ++i) {
      const std::string_view line = content(i);
      if (line.empty()) {
        ++blank;
        continue;
      }
      const QuotedField field = blank <= blank_lines ? fields_[i] : QuotedField::none;
      if (field != QuotedField::none) {
        found |= static_cast<unsigned>(field);
        end = i + 1;
      } else if (blank > 0 || !is_wrapped_addresses(line)) {
        break;
      } else {
        end = i + 1;
      }
      blank = 0;
    }
    found &= ~static_cast<unsigned>(QuotedField::other);
    const auto has = [&](QuotedField field) { return (found & static_cast<unsigned>(field)) != 0; };
    int count = 0;
    for (unsigned bits = found; bits != 0; bits &= bits - 1)
      ++count;
    const bool has_person = has(QuotedField::from) || has(QuotedField::to);
    const bool has_topic = has(QuotedField::date) || has(QuotedField::subject);
    return count >= 3 && has_person && has_topic ? end : 0;
  }

  static bool is_wrapped_addresses(std::string_view line) {
    return line.find('@') != std::string_view::npos || line.ends_with(',') ||
           line.find(';') != std::string_view::npos || line.ends_with('>');
  }

  // A header without “From:” stands below a line that names the sender; a rule may stand above it.
  [[nodiscard]] std::size_t start_of_header(std::size_t header) const {
    const bool has_sender = fields_[header] == QuotedField::from;
    std::size_t begin = header;
    for (std::size_t i = header; i > 0 && header - i < attribution_lines; --i) {
      const std::string_view above = content(i - 1);
      if (!above.empty() && !is_rule(above) && (has_sender || !names_sender(above)))
        break;
      if (!above.empty())
        begin = i - 1;
    }
    return begin;
  }

  // Lotus Notes: “Dana Park@EXAMPLE on 03/05/2026 09:12 AM”, wrapped or not.
  static bool names_sender(std::string_view line) {
    return line.size() < 120 && ((has_digit(line) && line.find_first_of("/:@") != line.npos) ||
                                 starts_ignoring_case(line, "please respond to "));
  }

  struct FoundAttribution {
    Attribution kind = Attribution::none;
    std::size_t length = 0;  // Lines.
  };

  // The attribution whose first line is `begin`, whatever stands below it.
  [[nodiscard]] FoundAttribution attribution_at(std::size_t begin) const {
    // A name may stand alone on the first line, its address on the next.
    const bool has_address_below = begin + 1 < lines_.size() && content(begin + 1).starts_with('<');
    if (!may_begin_attribution(content(begin)) && !has_address_below)
      return {};
    std::string joined;
    for (std::size_t count = 1; count <= attribution_lines; ++count) {
      const std::size_t line = begin + count - 1;
      if (line >= lines_.size() || lines_[line].is_blank() || !lines_[line].is_own())
        return {};
      if (joined.size() + lines_[line].content.size() > attribution_bytes)
        return {};
      joined.append(joined.empty() ? "" : " ").append(content(line));
      if (!may_end_attribution(content(line)))
        continue;
      if (const Attribution kind = attribution_of(joined); kind != Attribution::none)
        return {kind, count};
      // A second colon at the end of a line would be far to seek.
      if (content(line).ends_with(':'))
        return {};
    }
    return {};
  }

  Below mark_attribution(std::size_t begin) {
    const auto [kind, length] = attribution_at(begin);
    if (length == 0)
      return Below::other;
    const std::size_t end = begin + length;
    const std::size_t next = next_line(end);
    const bool is_near = next < lines_.size() && next <= end + blank_lines;
    if (is_near && (!lines_[next].is_own() || mark_barred(next))) {
      set_kind(begin, end, RegionKind::attribution);
      return Below::prefixed;
    }
    if (kind != Attribution::complete)
      return Below::other;
    set_kind(begin, end, RegionKind::attribution);
    // The writer answers between the quotes; what stands above the first is likely an answer too.
    if (next_quote_[end] < lines_.size() && last_own_ > next_quote_[end])
      return Below::other;
    set_kind(end, lines_.size(), RegionKind::quote);
    return Below::message;
  }

  // Quotes with another mark than “>”; below an attribution “|” is one.
  bool mark_barred(std::size_t begin) {
    const char mark = content(begin).front();
    if (mark != '|' && mark != '%' && mark != '}')
      return false;
    for (std::size_t i = begin; i < lines_.size(); ++i) {
      if (content(i).starts_with(mark))
        lines_[i].kind = RegionKind::quote;
    }
    return true;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::vector<QuotedField> fields_;      // Of each line.
  std::vector<std::size_t> next_quote_;  // The first line with a quote mark from each line on.
  std::size_t last_own_ = 0;             // The last line without quote mark that is not empty.
};

}  // namespace

void mark_quotations(std::string_view text, std::vector<Line>& lines) {
  Marker(text, lines).mark();
}

}  // namespace mailcheck
