#include "mail/header/address_list.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "mail/ascii.hpp"
#include "mail/decoded_text.hpp"
#include "mail/encoding/charset.hpp"
#include "mail/header/field_value.hpp"

namespace mailcheck {

namespace {

// What may follow a whole name and a comma.
constexpr std::string_view titles[] = {"esq", "esq.", "ii",    "iii", "jr",   "jr.", "m.d.",
                                       "mba", "md",   "ph.d.", "phd", "ph.d", "sr",  "sr."};

bool is_title(std::string_view word) {
  return std::find(std::begin(titles), std::end(titles), to_ascii_lower(word)) != std::end(titles);
}

bool is_in_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Marks alone name nobody.
bool is_name(std::string_view phrase) {
  return std::any_of(phrase.begin(), phrase.end(), is_in_name);
}

// Words of a phrase; those in lower case (“de la”, “van”) only lead to the next.
std::size_t count_name_words(std::string_view phrase) {
  std::size_t count = 0;
  bool is_start = true;
  for (const char c : phrase) {
    const bool counts = is_start && c != ' ' && !(c >= 'a' && c <= 'z');
    count += counts ? 1U : 0U;
    is_start = c == ' ';
  }
  return count;
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (!is_blank(c))
      out += c;
    else if (out.back() != ' ')
      out += ' ';
  }
  return out;
}

// The offset of the last `mark` outside quotes, or npos.
std::size_t find_last_unquoted(std::string_view text, char mark) {
  bool in_quotes = false;
  std::size_t found = std::string_view::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      in_quotes = !in_quotes;
    else if (text[at] == mark && !in_quotes)
      found = at;
  }
  return found;
}

// Where the first address of `text` ends: at white space behind its domain that does not stand
// between parts of it.
std::size_t address_end(std::string_view text) {
  bool in_quotes = false;
  bool in_domain = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\')
      ++at;
    else if (c == '"')
      in_quotes = !in_quotes;
    else if (c == '@' && !in_quotes)
      in_domain = true;
    if (!in_domain || in_quotes || !is_blank(c))
      continue;
    const std::size_t next = std::min(text.find_first_not_of(" \t", at), text.size());
    const bool is_within = text[at - 1] == '@' || text[at - 1] == '.' || next == text.size() ||
                           text[next] == '.' || text[next] == '@';
    if (!is_within)
      return at;
    at = next - 1;
  }
  return text.size();
}

// An address without the white space that may stand between its parts (RFC 5322 §4.4), and without
// words behind it.
std::string clean_address(std::string_view text) {
  text = text.substr(0, address_end(text));
  std::string out;
  bool in_quotes = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"')
      in_quotes = !in_quotes;
    if (in_quotes || !is_blank(text[at]))
      out += text[at];
    if (in_quotes && text[at] == '\\' && at + 1 < text.size())
      out += text[++at];
  }
  if (starts_ignoring_case(out, "mailto:"))
    out.erase(0, std::string_view("mailto:").size());
  return out;
}

// Raw bytes beyond ASCII as text.
std::string readable(std::string_view address) {
  DecodedText raw;
  raw.append_verbatim(address, {0, address.size()});
  DecodedText out;
  std::vector<Note> ignored;
  append_readable(out, raw, Charset::ascii, ignored);
  return std::move(out.text);
}

bool is_local_part(std::string_view phrase) {
  for (const char c : phrase) {
    const bool is_allowed = (c >= 'a' && c <= 'z') || is_ascii_digit(c) ||
                            std::string_view(".-_+").find(c) != std::string_view::npos;
    if (!is_allowed)
      return false;
  }
  return !phrase.empty();
}

class AddressReader {
 public:
  AddressReader(std::vector<Mailbox>& mailboxes, std::string_view value)
      : mailboxes_(mailboxes), value_(value) {}

  bool read() {
    while (at_ < value_.size() && !is_cut_) {
      const char c = value_[at_];
      const std::size_t begin = at_;
      if (c == '(' && skip_comment()) {
        phrase_ += ' ';
        raw_ += ' ';
      } else if (c == '=' && skip_encoded_word()) {
        phrase_ += value_.substr(begin, at_ - begin);
        raw_ += value_.substr(begin, at_ - begin);
      } else if (c == '"' && skip_quoted()) {
        phrase_ += unescaped(value_.substr(begin + 1, at_ - begin - 2));
        raw_ += value_.substr(begin, at_ - begin);
        has_quoted_name_ = true;
      } else if (c == '[' && trim(raw_).ends_with('@') && skip_literal()) {
        phrase_ += value_.substr(begin, at_ - begin);
        raw_ += value_.substr(begin, at_ - begin);
      } else {
        ++at_;
        read_plain(c);
      }
    }
    finish(',');
    return !is_cut_;
  }

 private:
  void read_plain(char c) {
    switch (c) {
      case '<':
        read_angle();
        break;
      case ',':
      case ';':
        finish(c);
        break;
      case ':':
        // The name of a group; its members follow.
        clear_name();
        break;
      case '\\':
      case '"':
      case '>':
        break;  // Have no business here; what is escaped stays.
      default:
        phrase_ += c;
        raw_ += c;
    }
  }

  // Steps over a comment and keeps its text, if it is the first of its mailbox. A bracket that is
  // never closed is text, and so are all behind it: the value is not searched again.
  bool skip_comment() {
    std::size_t depth = 0;
    std::size_t at = at_;
    while (has_comments_ && at < value_.size()) {
      const char c = value_[at];
      if (c == '\\' && at + 1 < value_.size())
        ++at;
      else if (c == '(' && depth < comment_depth_limit)
        ++depth;
      else if (c == ')')
        --depth;
      ++at;
      if (depth > 0)
        continue;
      if (trim(comment_).empty())
        comment_ = value_.substr(at_ + 1, at - at_ - 2);
      at_ = at;
      return true;
    }
    has_comments_ = false;
    return false;
  }

  // The same for a quoted string.
  bool skip_quoted() {
    for (std::size_t at = at_ + 1; has_quotes_ && at < value_.size(); ++at) {
      if (value_[at] == '\\' && at + 1 < value_.size()) {
        ++at;
      } else if (value_[at] == '"') {
        at_ = at + 1;
        return true;
      }
    }
    has_quotes_ = false;
    return false;
  }

  // “=?utf-8?Q?Park,_Dana?=”: what separates addresses does not so in an encoded word, although
  // RFC 2047 §5 wants such characters encoded. No byte of a word is searched for two of them.
  bool skip_encoded_word() {
    constexpr std::size_t charset_limit = 75;
    if (!value_.substr(at_).starts_with("=?"))
      return false;
    const std::string_view charset = value_.substr(at_ + 2, charset_limit);
    const std::size_t mark = charset.find_first_of("? \t");
    const std::size_t content = at_ + 2 + mark + 3;  // Behind “?Q?”.
    if (mark == std::string_view::npos || content > value_.size() || charset[mark] != '?' ||
        value_[content - 1] != '?')
      return false;
    const std::size_t end = value_.find_first_of("? \t", content);
    if (end == std::string_view::npos || !value_.substr(end).starts_with("?="))
      return false;
    at_ = end + 2;
    return true;
  }

  // A domain literal, “[IPv6:2001:db8::1]”.
  bool skip_literal() {
    const std::size_t end = value_.find_first_of("[]<>,;", at_ + 1);
    if (end == std::string_view::npos || value_[end] != ']')
      return false;
    at_ = end + 1;
    return true;
  }

  static std::string unescaped(std::string_view content) {
    std::string out;
    for (std::size_t at = 0; at < content.size(); ++at) {
      if (content[at] == '\\' && at + 1 < content.size())
        ++at;
      out += content[at];
    }
    return out;
  }

  // Reads on from behind a “<”. One that is never closed ends where the next address begins.
  void read_angle() {
    if (has_angle_)
      push_angle();  // “Dana <d@x> Kim <k@y>”: the comma is missing.
    std::string content;
    const bool is_route = at_ < value_.size() && value_[at_] == '@';
    while (at_ < value_.size() && value_[at_] != '>') {
      const char c = value_[at_];
      const std::size_t begin = at_;
      // “<dana@example.com<mailto:dana@example.com>>”, as Outlook copies it.
      if (starts_ignoring_case(value_.substr(at_), "<mailto:")) {
        at_ = std::min(value_.find('>', at_), value_.size() - 1) + 1;
        continue;
      }
      if (c == '<' || c == ';' || (c == ',' && !is_route))
        break;
      if (c == '(' && skip_comment())
        continue;
      if (c != '"' || !skip_quoted())
        ++at_;
      content += value_.substr(begin, at_ - begin);
    }
    if (at_ < value_.size() && value_[at_] == '>')
      ++at_;
    // A route (RFC 5322 §4.4), “<@relay:dana@example.com>”, is no part of the address.
    if (const std::size_t colon = content.find(':'); is_route && colon != std::string::npos)
      content.erase(0, colon + 1);
    angle_ = clean_address(content);
    has_angle_ = true;
    name_ = collapsed(phrase_);
    is_name_quoted_ = has_quoted_name_;
    clear_name();
  }

  void clear_name() {
    phrase_.clear();
    raw_.clear();
    has_quoted_name_ = false;
  }

  void finish(char separator) {
    std::size_t bare_names = 0;
    if (has_angle_) {
      if (name_.empty() && is_name(phrase_))
        name_ = collapsed(phrase_);
      push_angle();
    } else {
      bare_names = push_bare();
    }
    // What may be the first half of “Park, Dana <dana@example.com>”.
    bare_names_ = separator == ',' ? (bare_names > 0 ? bare_names_ + bare_names : 0) : 0;
    clear_name();
    comment_ = {};
  }

  void push_angle() {
    if (bare_names_ == 1 && !is_name_quoted_ && is_second_half(mailboxes_.back().display_name)) {
      name_ = mailboxes_.back().display_name + ", " + decode_words(name_);
      mailboxes_.pop_back();
      push({std::move(name_), std::move(angle_)});
    } else {
      push(with_name(decode_words(name_), std::move(angle_)));
    }
    bare_names_ = 0;
    has_angle_ = false;
    name_.clear();
    angle_.clear();
    comment_ = {};
  }

  // Whether `name_` goes on what stood before the comma.
  [[nodiscard]] bool is_second_half(std::string_view first) const {
    if (name_.empty())
      return false;
    return count_name_words(first) == 1 || is_title(name_);
  }

  // A mailbox without angle brackets. Returns 1 if it is but a name, which may go on.
  std::size_t push_bare() {
    std::string raw = collapsed(raw_);
    const std::string phrase = collapsed(phrase_);
    // “"dana@example.com"”: an address in quotes is meant as one.
    if (find_last_unquoted(raw, '@') == std::string::npos && phrase.find('@') != std::string::npos)
      raw = phrase;
    if (raw.find('@') != std::string::npos) {
      push_addresses(raw);
      return 0;
    }
    if (is_local_part(phrase)) {
      push(with_name({}, phrase));
      return 0;
    }
    if (!is_name(phrase))
      return 0;
    push({decode_words(phrase), {}});
    return has_quoted_name_ || is_cut_ ? 0 : 1;
  }

  // “dana@example.com kim@example.com”: the comma is missing. The last one may have a comment.
  void push_addresses(std::string_view raw) {
    const std::string_view comment = std::exchange(comment_, {});
    std::size_t last = find_last_unquoted(raw, '@');
    while (last != std::string_view::npos && !is_cut_) {
      const std::size_t end = address_end(raw);
      const std::string_view first = raw.substr(0, end);
      if (end > last || first.find(" @") != std::string_view::npos ||
          first.find("@ ") != std::string_view::npos)
        break;
      push_address(first);
      raw.remove_prefix(end + 1);
      last -= end + 1;
    }
    comment_ = comment;
    push_address(raw);
  }

  // “dana @ example.com”, or “Dana Park dana@example.com”: words before the address are a name.
  void push_address(std::string_view raw) {
    const std::size_t at_sign = find_last_unquoted(raw, '@');
    std::size_t end = at_sign == std::string_view::npos ? raw.size() : at_sign;
    while (end > 0 && raw[end - 1] == ' ')
      --end;
    const std::size_t space = find_last_unquoted(raw.substr(0, end), ' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    std::string name;
    std::copy_if(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(begin),
                 std::back_inserter(name), [](char c) { return c != '"'; });
    std::string address = clean_address(raw.substr(begin));
    const bool is_quoted = address.size() > 2 && address.front() == '\'' && address.back() == '\'';
    if (is_quoted)
      address = address.substr(1, address.size() - 2);
    push(with_name(decode_words(collapsed(name)), std::move(address)));
  }

  // A comment stands in for a name that lacks.
  [[nodiscard]] Mailbox with_name(std::string name, std::string address) const {
    if (name.empty())
      name = decode_words(collapsed(unescaped(comment_)));
    return {std::move(name), std::move(address)};
  }

  void push(Mailbox mailbox) {
    mailbox.address = readable(mailbox.address);
    is_cut_ = is_cut_ || mailboxes_.size() >= address_limit;
    if (!is_cut_)
      mailboxes_.push_back(std::move(mailbox));
  }

  std::vector<Mailbox>& mailboxes_;
  std::string_view value_;
  std::size_t at_ = 0;
  std::string phrase_;  // The words before the next address, quotes undone.
  std::string raw_;     // The same as they stand, for an address without angle brackets.
  std::string name_;    // The words before the address in angle brackets.
  std::string angle_;
  std::string_view comment_;
  std::size_t bare_names_ = 0;  // Names without address right before, with commas between.
  bool has_angle_ = false;
  bool has_quoted_name_ = false;  // Of `phrase_`.
  bool is_name_quoted_ = false;   // Of `name_`.
  bool has_quotes_ = true;
  bool has_comments_ = true;
  bool is_cut_ = false;
};

}  // namespace

bool append_addresses(std::vector<Mailbox>& mailboxes, std::string_view value) {
  return AddressReader(mailboxes, value).read();
}

}  // namespace mailcheck
