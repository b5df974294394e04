#include "mail/markup/comparable_words.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// Bytes within which a bracket must be closed to be taken for an address or an image.
constexpr std::size_t bracket_limit = 2000;

std::string_view without_marks(std::string_view line) {
  line = trim(line);
  while (!line.empty() && (line.front() == '*' || line.front() == '_' || is_blank(line.front())))
    line.remove_prefix(1);
  while (!line.empty() && (line.back() == '*' || line.back() == '_' || is_blank(line.back())))
    line.remove_suffix(1);
  return line;
}

bool begins_with_any(std::string_view line, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return starts_ignoring_case(line, start); });
}

bool is_attribution_end(std::string_view line) {
  if (!line.ends_with(':'))
    return false;
  for (const std::string_view verb : {"wrote", "writes", "schrieb", "écrit", "escribió"}) {
    if (line.find(verb) != std::string_view::npos)
      return true;
  }
  return false;
}

// The header of a forwarded or answered mail, as Outlook writes it.
bool is_old_header(std::string_view line) {
  const bool is_ruled = line.starts_with("--");
  while (!line.empty() && (line.front() == '-' || is_blank(line.front())))
    line.remove_prefix(1);
  return begins_with_any(line, {"begin forwarded message"}) ||
         (is_ruled &&
          begins_with_any(line, {"original message", "forwarded message", "original appointment"}));
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  std::vector<ComparableWord> run();

 private:
  bool ends_the_text(std::size_t begin, std::string_view line) const;
  bool is_left_out(std::size_t begin, std::string_view line) const;
  std::size_t scan(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t end_of_bracket(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_address(std::size_t at) const;
  void scan_word(std::size_t& at, std::size_t end);
  [[nodiscard]] std::size_t end_of_list_number(std::size_t at, std::size_t end) const;

  std::string_view text_;
  std::vector<ComparableWord> words_;
};

bool Scanner::ends_the_text(std::size_t begin, std::string_view line) const {
  if (line == "-- " || line == "--")
    return true;
  const std::string_view content = without_marks(line);
  if (is_old_header(content))
    return true;
  if (!begins_with_any(content, {"from:"}))
    return false;
  // “From:” over “Sent:”, “To:” …
  std::size_t at = begin + line.size() + 1;
  for (int below = 0; below < 3 && at < text_.size(); ++below) {
    const std::string_view next = line_at(text_, at);
    if (begins_with_any(without_marks(next), {"sent:", "date:", "to:", "subject:"}))
      return true;
    at += next.size() + 1;
  }
  return false;
}

bool Scanner::is_left_out(std::size_t begin, std::string_view line) const {
  const std::string_view content = without_marks(line);
  if (content.starts_with('>') || is_attribution_end(content))
    return true;
  if (!begins_with_any(content, {"on ", "le ", "am ", "el "}) ||
      begin + line.size() >= text_.size())
    return false;
  // The line that says who wrote what is quoted may be broken in two or three.
  const std::string_view next = line_at(text_, begin + line.size() + 1);
  if (is_attribution_end(without_marks(next)))
    return true;
  const std::size_t second = begin + line.size() + 1 + next.size() + 1;
  return second < text_.size() && is_attribution_end(without_marks(line_at(text_, second))) &&
         without_marks(line_at(text_, second)).size() < 40;
}

// “<https://…>”, “[image: …]”, “[cid:…]”, “[1]”, “(https://…)”: the end, or `at` if it is none.
std::size_t Scanner::end_of_bracket(std::size_t at) const {
  const char open = text_[at];
  const char close = open == '<' ? '>' : open == '[' ? ']' : ')';
  const std::string_view rest = text_.substr(at + 1, bracket_limit);
  const std::size_t length = rest.find(close);
  if (length == std::string_view::npos)
    return at;
  const std::string_view content = trim(rest.substr(0, length));
  const bool is_address =
      begins_with_any(content, {"http:", "https:", "mailto:", "tel:", "www.", "ftp:", "file:"}) ||
      content.find("://") != std::string_view::npos;
  const bool is_mail_address = open == '<' && content.find('@') != std::string_view::npos;
  const bool is_image = open == '[' && content.find('\n') == std::string_view::npos;
  return is_address || is_mail_address || is_image ? at + 1 + length + 1 : at;
}

// A bare address at `at`, with the “<…>” that some programs put right behind it.
std::size_t Scanner::end_of_address(std::size_t at) const {
  const std::string_view rest = text_.substr(at);
  if (!begins_with_any(rest, {"http://", "https://", "www.", "mailto:", "ftp://"}))
    return at;
  const std::size_t end = std::min(text_.find_first_of(" \t\n<>[]", at), text_.size());
  // A no-break space ends it, too.
  return std::min(text_.substr(0, end).find("\u00A0", at), end);
}

// “1.” or “a)” at the start of a line.
std::size_t Scanner::end_of_list_number(std::size_t at, std::size_t end) const {
  const std::size_t begin = at;
  while (at < end && is_ascii_digit(text_[at]) && at - begin < 3)
    ++at;
  if (at == begin || at == end || (text_[at] != '.' && text_[at] != ')'))
    return begin;
  return at + 1 == end || is_blank(text_[at + 1]) ? at + 1 : begin;
}

// A word is letters and digits; apostrophes, soft hyphens and what takes no space are dropped.
void Scanner::scan_word(std::size_t& at, std::size_t end) {
  ComparableWord word;
  while (at < end) {
    const CodePoint code_point = decode_utf8(text_, at);
    const char32_t c = code_point.value;
    const bool is_dropped = c == '\'' || c == 0x2019 || c == 0x2018 || c == 0xAD ||
                            (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
                            c == 0x34F || (c >= 0x300 && c < 0x370);
    if (!is_dropped && !is_letter(c) && !is_digit(c))
      break;
    at += code_point.length;
    if (is_dropped)
      continue;
    if (word.text.empty())
      word.span.begin = at - code_point.length;
    append_utf8(word.text, fold_case(c));
    word.span.end = at;
  }
  if (!word.text.empty())
    words_.push_back(std::move(word));
}

// Returns where to go on: a bracket may end in a later line.
std::size_t Scanner::scan(std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && (is_blank(text_[at]) || text_[at] == '-' || text_[at] == '*'))
    ++at;
  at = end_of_list_number(at, end);
  while (at < end) {
    const std::size_t before = at;
    if (text_[at] == '<' || text_[at] == '[' || text_[at] == '(')
      at = end_of_bracket(at);
    if (at == before)
      at = end_of_address(at);
    if (at == before)
      scan_word(at, end);
    if (at == before)
      at += decode_utf8(text_, at).length;
  }
  return at > end ? at : end + 1;
}

std::vector<ComparableWord> Scanner::run() {
  std::size_t at = 0;
  while (at < text_.size()) {
    const std::string_view line = line_at(text_, at);
    if (ends_the_text(at, line))
      break;
    const std::size_t end = at + line.size();
    at = is_left_out(at, line) ? end + 1 : scan(at, end);
  }
  return std::move(words_);
}

}  // namespace

std::vector<ComparableWord> comparable_words(std::string_view text) {
  return Scanner(text).run();
}

}  // namespace mailcheck
