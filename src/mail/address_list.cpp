#include "mail/address_list.hpp"

#include <algorithm>
#include <string>

#include "mail/ascii.hpp"
#include "mail/field_value.hpp"

namespace mailcheck {

namespace {

class AddressReader {
 public:
  AddressReader(std::vector<Mailbox>& mailboxes, std::string_view value)
      : mailboxes_(mailboxes), value_(value) {}

  void read() {
    while (at_ < value_.size() && mailboxes_.size() < address_limit) {
      const char c = value_[at_];
      ++at_;
      switch (c) {
        case '(':
          skip_comment();
          break;
        case '"':
          read_quoted();
          break;
        case '<':
          read_angle();
          break;
        case ',':
        case ';':
          finish();
          break;
        case ':':
          phrase_.clear();  // The name of a group; its members follow.
          break;
        case '\\':
          break;  // Has no business outside quotes; what it escapes stays.
        default:
          phrase_ += c;
      }
    }
    if (mailboxes_.size() < address_limit)
      finish();
  }

 private:
  void skip_comment() {
    std::size_t depth = 1;
    while (at_ < value_.size() && depth > 0) {
      const char c = value_[at_];
      if (c == '\\' && at_ + 1 < value_.size())
        ++at_;
      else if (c == '(')
        ++depth;
      else if (c == ')')
        --depth;
      ++at_;
    }
    phrase_ += ' ';
  }

  // A quote that is never closed is no quote; then there is none behind it either.
  void read_quoted() {
    const std::size_t begin = at_;
    std::string content;
    while (has_quotes_ && at_ < value_.size() && value_[at_] != '"') {
      if (value_[at_] == '\\' && at_ + 1 < value_.size())
        ++at_;
      content += value_[at_];
      ++at_;
    }
    has_quotes_ = has_quotes_ && at_ < value_.size();
    if (has_quotes_)
      phrase_ += content;
    at_ = has_quotes_ ? at_ + 1 : begin;
  }

  void read_angle() {
    const std::size_t begin = at_;
    while (at_ < value_.size() && value_[at_] != '>')
      ++at_;
    angle_ = value_.substr(begin, at_ - begin);
    // A route (RFC 5322 §4.4), “<@relay:dana@example.com>”, is no part of the address.
    if (angle_.starts_with('@'))
      angle_.remove_prefix(std::min(angle_.find(':'), angle_.size() - 1) + 1);
    has_angle_ = true;
    ++at_;
  }

  void finish() {
    std::string phrase = collapsed(phrase_);
    if (has_angle_)
      mailboxes_.push_back({decode_words(phrase), without_space(angle_)});
    else if (phrase.find('@') != std::string::npos)
      mailboxes_.push_back({{}, without_space(phrase)});
    else if (is_local_part(phrase))
      mailboxes_.push_back({{}, phrase});
    else if (!phrase.empty())
      mailboxes_.push_back({decode_words(phrase), {}});
    phrase_.clear();
    angle_ = {};
    has_angle_ = false;
  }

  static bool is_local_part(std::string_view phrase) {
    for (const char c : phrase) {
      const bool is_allowed = (c >= 'a' && c <= 'z') || is_ascii_digit(c) ||
                              std::string_view(".-_+").find(c) != std::string_view::npos;
      if (!is_allowed)
        return false;
    }
    return !phrase.empty();
  }

  static std::string collapsed(std::string_view text) {
    std::string out;
    for (const char c : trim(text)) {
      if (!is_blank(c))
        out += c;
      else if (out.back() != ' ')
        out += ' ';
    }
    return out;
  }

  static std::string without_space(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (!is_blank(c))
        out += c;
    }
    return out;
  }

  std::vector<Mailbox>& mailboxes_;
  std::string_view value_;
  std::size_t at_ = 0;
  std::string phrase_;
  std::string_view angle_;
  bool has_angle_ = false;
  bool has_quotes_ = true;
};

}  // namespace

void append_addresses(std::vector<Mailbox>& mailboxes, std::string_view value) {
  AddressReader(mailboxes, value).read();
}

}  // namespace mailcheck
