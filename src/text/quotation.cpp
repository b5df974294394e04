#include "text/quotation.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/unicode.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// An attribution is wrapped by mail programs over this many lines at most.
constexpr std::size_t attribution_lines = 3;
constexpr std::size_t attribution_bytes = 400;
// Lines of the header of a quoted message, long address lists included.
constexpr std::size_t quoted_header_lines = 30;

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

// “wrote:” at the end, or the same in the languages mail programs are often set to, where the name
// may follow the verb. `folded` ends with a colon.
bool says_wrote(std::string_view folded) {
  return contains_any(folded, {"wrote:", "wrote :", "writes:"}) ||
         contains_any(folded, {" schrieb", " a écrit", " escribió", " ha scritto", " schreef",
                               " escreveu", " skrev"});
}

bool opens_attribution(std::string_view folded) {
  return starts_with_any(folded, {"on ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "at "});
}

// The line mail programs draw above a quoted or forwarded message: “-----Original Message-----”.
bool is_separator(std::string_view line) {
  if (starts_ignoring_case(line, "begin forwarded message:"))
    return true;
  std::size_t begin = 0;
  while (begin < line.size() &&
         (line[begin] == '-' || line[begin] == '=' || line[begin] == '_' || is_blank(line[begin])))
    ++begin;
  if (begin < 2)
    return false;
  const std::string rest = fold_case(line.substr(begin, 60));
  return starts_with_any(
      rest, {"original message", "forwarded message", "forwarded by ", "original appointment",
             "ursprüngliche nachricht", "weitergeleitete nachricht", "message d'origine",
             "message original", "mensaje original", "messaggio originale"});
}

bool is_rule(std::string_view line) {
  return line.size() >= 5 && line.find_first_not_of("_-=") == std::string_view::npos;
}

// Fields of the header that Outlook and others copy above a quoted message, by their meaning.
enum class QuotedField : unsigned { none = 0, from = 1, date = 2, to = 4, cc = 8, subject = 16 };

QuotedField quoted_field(std::string_view line) {
  while (!line.empty() && (line.front() == '*' || line.front() == '>' || is_blank(line.front())))
    line.remove_prefix(1);
  const std::size_t colon = line.substr(0, 20).find(':');
  if (colon == std::string_view::npos)
    return QuotedField::none;
  std::string_view written = trim(line.substr(0, colon));
  while (!written.empty() && written.back() == '*')
    written.remove_suffix(1);
  struct Name {
    std::string_view name;
    QuotedField field;
  };
  static constexpr Name names[] = {
      {"from", QuotedField::from},
      {"von", QuotedField::from},
      {"de", QuotedField::from},
      {"sent", QuotedField::date},
      {"date", QuotedField::date},
      {"gesendet", QuotedField::date},
      {"datum", QuotedField::date},
      {"envoyé", QuotedField::date},
      {"to", QuotedField::to},
      {"an", QuotedField::to},
      {"à", QuotedField::to},
      {"cc", QuotedField::cc},
      {"bcc", QuotedField::cc},
      {"subject", QuotedField::subject},
      {"betreff", QuotedField::subject},
      {"objet", QuotedField::subject},
  };
  const std::string folded = fold_case(written);
  for (const Name& known : names) {
    if (known.name == folded)
      return known.field;
  }
  return QuotedField::none;
}

class Marker {
 public:
  Marker(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {
    fields_.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
      fields_.push_back(quoted_field(content(i)));
  }

  void mark() {
    mark_prefixed();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].is_blank() || !lines_[i].is_own())
        continue;
      if (is_separator(content(i))) {
        mark_message(i, i + 1);
        return;
      }
      if (const std::size_t end = quoted_header_end(i); end > i) {
        mark_message(start_of_attribution(i), end);
        return;
      }
      const std::size_t length = attribution_length(i);
      for (std::size_t k = 0; k < length; ++k)
        lines_[i + k].kind = RegionKind::attribution;
      if (length > 0 && !is_followed_by_prefixed(i + length)) {
        mark_rest(i + length);
        return;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view content(std::size_t line) const {
    return slice(text_, lines_[line].content);
  }

  void mark_prefixed() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (content(i).starts_with('>') || content(i).starts_with("|>")) {
        lines_[i].kind = RegionKind::quote;
        last_prefixed_ = i + 1;
      }
    }
  }

  void mark_rest(std::size_t begin) {
    for (std::size_t i = begin; i < lines_.size(); ++i)
      lines_[i].kind = RegionKind::quote;
  }

  // Lines [begin, end) introduce a message; its header may follow a separator; its text is the
  // rest.
  void mark_message(std::size_t begin, std::size_t end) {
    std::size_t next = end;
    while (next < lines_.size() && lines_[next].is_blank())
      ++next;
    if (next < lines_.size())
      end = std::max(end, quoted_header_end(next));
    for (std::size_t i = begin; i < end; ++i)
      lines_[i].kind = RegionKind::attribution;
    mark_rest(end);
  }

  // End of the header of a quoted message that begins at `begin`: at least three of its fields with
  // a sender or recipient and a date or subject. 0 when there is none.
  [[nodiscard]] std::size_t quoted_header_end(std::size_t begin) const {
    if (fields_[begin] == QuotedField::none)
      return 0;
    unsigned found = 0;
    std::size_t end = begin;
    bool after_blank = false;
    const std::size_t limit = std::min(lines_.size(), begin + quoted_header_lines);
    for (std::size_t i = begin; i < limit; ++i) {
      const std::string_view line = content(i);
      if (line.empty()) {
        if (after_blank)
          break;
        after_blank = true;
        continue;
      }
      const QuotedField field = fields_[i];
      if (field != QuotedField::none) {
        found |= static_cast<unsigned>(field);
        end = i + 1;
      } else if (after_blank || !is_wrapped_addresses(line)) {
        break;
      } else {
        end = i + 1;
      }
      after_blank = false;
    }
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
  [[nodiscard]] std::size_t start_of_attribution(std::size_t header) const {
    const bool has_sender = fields_[header] == QuotedField::from;
    std::size_t begin = header;
    for (std::size_t i = header; i > 0 && header - i <= attribution_lines; --i) {
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

  // Number of lines of the attribution that begins at `begin`; 0: none. Without quoted lines below
  // it there must be a date, as mail programs write one.
  [[nodiscard]] std::size_t attribution_length(std::size_t begin) const {
    std::string joined;
    for (std::size_t count = 1; count <= attribution_lines; ++count) {
      const std::size_t line = begin + count - 1;
      if (line >= lines_.size() || lines_[line].is_blank() || !lines_[line].is_own())
        return 0;
      if (joined.size() + lines_[line].content.size() > attribution_bytes)
        return 0;
      joined += fold_case(content(line));
      joined += ' ';
      const std::string_view folded = trim(joined);
      if (count == 1 && !opens_attribution(folded) && !folded.ends_with(':'))
        return 0;
      if (!folded.ends_with(':') || !says_wrote(folded))
        continue;
      if (is_followed_by_prefixed(line + 1))
        return count;
      return opens_attribution(folded) && has_digit(folded) && last_prefixed_ <= line ? count : 0;
    }
    return 0;
  }

  [[nodiscard]] bool is_followed_by_prefixed(std::size_t line) const {
    // One or two empty lines are usual; looking no further keeps this linear.
    for (std::size_t i = line; i < lines_.size() && i < line + 3; ++i) {
      if (!lines_[i].is_blank())
        return !lines_[i].is_own();
    }
    return false;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::vector<QuotedField> fields_;  // Of each line.
  std::size_t last_prefixed_ = 0;    // One past the last line with a quote mark.
};

}  // namespace

void mark_quotations(std::string_view text, std::vector<Line>& lines) {
  Marker(text, lines).mark();
}

}  // namespace mailcheck
