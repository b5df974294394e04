#include "mail/header/media_type.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "mail/ascii.hpp"
#include "mail/decoded_text.hpp"
#include "mail/encoding/charset.hpp"
#include "mail/header/field_value.hpp"

namespace mailcheck {

namespace {

/// Digits of a section number (`name*12`) that are read; 100 sections need two.
constexpr std::size_t section_digits = 6;

/// A parameter as it stands in the value, quotes undone, nothing decoded.
struct Piece {
  std::string name;         // In lower case, without the marks of RFC 2231.
  std::size_t section = 0;  // Of a continued parameter.
  bool is_rfc2231 = false;  // The name has a mark.
  bool is_encoded = false;  // The value is percent-encoded.
  std::string value;
};

// What may stand in a name: printable ASCII but for what separates.
bool is_name_char(char c) {
  return c > ' ' && c < 0x7F &&
         std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view value) : value_(value) {}

  std::string read_value() {
    std::string out;
    while (at_ < value_.size() && value_[at_] != ';') {
      const char c = value_[at_];
      if (c == '(' && skip_comment())
        continue;
      // “text/plain charset=utf-8”: the semicolon is missing.
      if (is_blank(c) && !out.empty() && begins_parameter(at_ + 1))
        break;
      if (!is_blank(c) && !is_line_end(c) && c != '"')
        out += ascii_lower(c);
      ++at_;
    }
    return out;
  }

  // The next parameter; nothing at the end. Text that is none is passed over.
  std::optional<Piece> read_parameter() {
    while (at_ < value_.size()) {
      if (value_[at_] == '(' && skip_comment())
        continue;
      if (!is_name_char(value_[at_])) {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      while (at_ < value_.size() && is_name_char(value_[at_]))
        ++at_;
      const std::string_view name = value_.substr(begin, at_ - begin);
      skip_blanks();
      if (at_ < value_.size() && value_[at_] == '=') {
        ++at_;
        Piece piece = piece_named(name);
        piece.value = read_parameter_value();
        return piece;
      }
    }
    return std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < value_.size() && is_blank(value_[at_]))
      ++at_;
  }

  // Steps over the comment at the current place. A bracket that is never closed begins none; then
  // no later one does either, so that the value is not searched again.
  bool skip_comment() {
    std::size_t depth = 0;
    std::size_t at = at_;
    while (has_comments_ && at < value_.size()) {
      const char c = value_[at];
      if (c == '\\' && at + 1 < value_.size())
        ++at;
      else if (c == '(')
        ++depth;
      else if (c == ')')
        --depth;
      ++at;
      if (depth == 0) {
        at_ = at;
        return true;
      }
    }
    has_comments_ = false;
    return false;
  }

  // Whether “name=” stands at `at`.
  [[nodiscard]] bool begins_parameter(std::size_t at) const {
    const std::size_t begin = at;
    while (at < value_.size() && is_name_char(value_[at]))
      ++at;
    return at > begin && at < value_.size() && value_[at] == '=';
  }

  std::string read_parameter_value() {
    skip_blanks();
    while (at_ < value_.size() && value_[at_] == '(' && skip_comment())
      skip_blanks();
    if (at_ < value_.size() && value_[at_] == '"') {
      const std::size_t end = closing_quote();
      if (end < value_.size()) {
        std::string content = unquoted(value_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        return content;
      }
      ++at_;  // Never closed: the mark is dropped, and the value ends as one without quotes does.
    }
    return read_bare();
  }

  // The quote that ends what begins at the current place: the first one behind which the value goes
  // on as it may. `name="my "best" cv"` has quotes inside.
  [[nodiscard]] std::size_t closing_quote() const {
    for (std::size_t at = at_ + 1; at < value_.size(); ++at) {
      if (value_[at] == '\\' && at + 1 < value_.size() && value_[at + 1] != ';')
        ++at;
      else if (value_[at] == '"' && may_end_at(at + 1))
        return at;
    }
    return value_.size();
  }

  [[nodiscard]] bool may_end_at(std::size_t at) const {
    const std::size_t begin = at;
    while (at < value_.size() && is_blank(value_[at]))
      ++at;
    return at == value_.size() || value_[at] == ';' || value_[at] == ',' || value_[at] == '(' ||
           (at > begin && begins_parameter(at));
  }

  // Only what must be escaped is unescaped: Windows paths stand in file names as they are.
  static std::string unquoted(std::string_view content) {
    std::string out;
    for (std::size_t at = 0; at < content.size(); ++at) {
      const bool is_escape = content[at] == '\\' && at + 1 < content.size() &&
                             (content[at + 1] == '"' || content[at + 1] == '\\');
      at += is_escape ? 1 : 0;
      out += content[at];
    }
    return out;
  }

  // A value without quotes, spaces inside allowed: `filename=my cv.pdf`. Ends at a semicolon or
  // before the next “name=”; a comment at its end is none of it.
  std::string read_bare() {
    std::string out;
    std::string pending;  // Blanks and comments, of which it is open whether more follows.
    while (at_ < value_.size() && value_[at_] != ';') {
      const char c = value_[at_];
      const std::size_t begin = at_;
      if (is_blank(c)) {
        if (begins_parameter(at_ + 1))
          break;
        pending += c;
        ++at_;
      } else if (c == '(' && !pending.empty() && skip_comment()) {
        pending += value_.substr(begin, at_ - begin);
      } else {
        out += pending;
        pending.clear();
        out += c;
        ++at_;
      }
    }
    if (out.ends_with('"'))
      out.pop_back();
    return out;
  }

  // “filename*0*” into its parts. A name with other marks is left as it is.
  static Piece piece_named(std::string_view written) {
    Piece piece;
    piece.name = to_ascii_lower(written);
    std::string_view name = piece.name;
    const std::size_t star = name.find('*');
    if (star == std::string_view::npos || star == 0)
      return piece;
    std::string_view marks = name.substr(star + 1);
    const bool is_encoded = marks.empty() || marks.ends_with('*');
    if (marks.ends_with('*'))
      marks.remove_suffix(1);
    const bool is_number =
        marks.size() <= section_digits && std::all_of(marks.begin(), marks.end(), is_ascii_digit);
    if (!is_number)
      return piece;
    for (const char digit : marks)
      piece.section = piece.section * 10 + static_cast<std::size_t>(digit - '0');
    piece.is_rfc2231 = true;
    piece.is_encoded = is_encoded;
    piece.name.resize(star);
    return piece;
  }

  std::string_view value_;
  std::size_t at_ = 0;
  bool has_comments_ = true;
};

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escape = text[at] == '%' && at + 2 < text.size() &&
                           hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
    if (!is_escape) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
    at += 2;
  }
  return out;
}

// `bytes` as valid UTF-8. Without a charset that is known they are UTF-8, or Windows-1252 when none
// of them are: a name may have been cut within a character.
std::string readable(std::string_view bytes, std::string_view charset_name) {
  const Charset charset = charset_named(charset_name).value_or(Charset::ascii);
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  DecodedText out;
  std::vector<Note> ignored;
  append_readable(out, raw, charset, ignored);
  return std::move(out.text);
}

// The last step for every value: line ends and tabs have no business in it.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return is_line_end(c) || c == '\t'; }, ' ');
  return std::string(trim(text));
}

// The value of a plain parameter. Encoded words are forbidden there (RFC 2047 §5) and common.
std::string plain_value(const Piece& piece) {
  std::string_view text = piece.value;
  if (piece.name == "charset" && text.size() > 2 && text.front() == '\'' && text.back() == '\'')
    text = text.substr(1, text.size() - 2);
  if (text.find("=?") != std::string_view::npos)
    return on_one_line(decode_words(text));
  return on_one_line(readable(text, {}));
}

// The value of a parameter in the form of RFC 2231, its pieces in order. Percent-encoded ones are
// joined before they are read as text: they may cut a character in half.
std::string rfc2231_value(const std::vector<const Piece*>& pieces) {
  std::string out;
  std::string charset;
  std::string bytes;
  bool is_first = true;
  for (const Piece* piece : pieces) {
    std::string_view text = piece->value;
    if (!piece->is_encoded) {
      out += readable(bytes, charset);
      bytes.clear();
      out += text.find("=?") != std::string_view::npos ? decode_words(text) : readable(text, {});
      continue;
    }
    // “utf-8'en'text”; the language says nothing to us.
    const std::size_t first = text.find('\'');
    const std::size_t second = first == std::string_view::npos ? first : text.find('\'', first + 1);
    if (is_first && second != std::string_view::npos) {
      charset = text.substr(0, first);
      text.remove_prefix(second + 1);
    }
    is_first = false;
    bytes += percent_decoded(text);
  }
  return on_one_line(out + readable(bytes, charset));
}

// The value of all pieces that bear the name of the first of them.
std::string value_of(const std::vector<const Piece*>& pieces) {
  std::vector<const Piece*> continued;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(continued),
               [](const Piece* piece) { return piece->is_rfc2231; });
  if (continued.empty())
    return plain_value(*pieces.front());
  std::stable_sort(continued.begin(), continued.end(),
                   [](const Piece* a, const Piece* b) { return a->section < b->section; });
  const auto same = [](const Piece* a, const Piece* b) { return a->section == b->section; };
  continued.erase(std::unique(continued.begin(), continued.end(), same), continued.end());
  return rfc2231_value(continued);
}

std::vector<Parameter> assembled(const std::vector<Piece>& pieces) {
  std::vector<std::string_view> names;
  std::vector<Parameter> parameters;
  for (const Piece& piece : pieces) {
    if (std::find(names.begin(), names.end(), piece.name) != names.end())
      continue;
    names.push_back(piece.name);
    std::vector<const Piece*> same_name;
    for (const Piece& other : pieces) {
      if (other.name == piece.name)
        same_name.push_back(&other);
    }
    parameters.push_back({piece.name, value_of(same_name)});
  }
  return parameters;
}

}  // namespace

std::string_view ParameterizedValue::parameter(std::string_view name) const {
  for (const Parameter& candidate : parameters) {
    if (candidate.name == name)
      return candidate.value;
  }
  return {};
}

ParameterizedValue parse_parameterized(std::string_view value) {
  Reader reader(value);
  ParameterizedValue out;
  out.value = readable(reader.read_value(), {});
  std::vector<Piece> pieces;
  while (std::optional<Piece> piece = reader.read_parameter()) {
    if (pieces.size() == parameter_limit) {
      out.is_cut = true;
      break;
    }
    pieces.push_back(*std::move(piece));
  }
  out.parameters = assembled(pieces);
  return out;
}

}  // namespace mailcheck
