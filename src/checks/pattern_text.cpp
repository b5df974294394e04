#include "checks/pattern_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

std::string with_spaces(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

bool is_plain_character(char32_t c) {
  constexpr char32_t long_s = 0x17F;
  constexpr char32_t kelvin = 0x212A;
  // Latin letters, punctuation, symbols and emoji: without digits of another script, and without
  // the two signs that are letters of ASCII in another case.
  return (c < 0x250 && c != long_s) || (c >= 0x2000 && c < 0x2C00 && c != kelvin) || c == 0xFE0F ||
         (c >= 0x1F000 && c < 0x1FB00);
}

bool is_plain_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_plain_character(point.value))
      return false;
    at += point.length;
  }
  return true;
}

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

std::string_view without_edges(std::string_view needed) {
  needed.remove_prefix(needed.front() == word_edge ? 1 : 0);
  needed.remove_suffix(needed.back() == word_edge ? 1 : 0);
  return needed;
}

/// Whether `needed` stands in a part of the text, with edges of words where these are wanted.
bool stands_in(std::string_view text, TextSpan part, std::string_view needed, bool edge_before,
               bool edge_after) {
  const std::string_view searched = text.substr(0, part.end);
  for (std::size_t at = searched.find(needed, part.begin); at != std::string_view::npos;
       at = searched.find(needed, at + 1)) {
    const std::size_t after = at + needed.size();
    // An edge is one of a word: beside other signs anything may stand.
    const bool joins_before = edge_before && is_word_byte(needed.front()) && at > part.begin &&
                              is_word_byte(text[at - 1]);
    const bool joins_after =
        edge_after && is_word_byte(needed.back()) && after < part.end && is_word_byte(text[after]);
    if (!joins_before && !joins_after)
      return true;
  }
  return false;
}

}  // namespace

PatternText::PatternText(std::string_view draft_text)
    : line_(with_spaces(draft_text)),
      lower_(to_ascii_lower(line_)),
      grams_(lower_),
      is_plain_(is_plain_text(line_)) {}

bool PatternText::may_match(const PatternNeeds& needs, TextSpan part) const {
  return may_match(needs.case_matters, needs.texts, part);
}

bool PatternText::may_match(bool case_matters, std::string_view texts) const {
  return may_match(case_matters, texts, TextSpan{0, line_.size()});
}

bool PatternText::may_match(bool case_matters, std::string_view texts, TextSpan part) const {
  if (!is_plain_ || texts.empty())
    return true;
  const std::string_view text = case_matters ? line_ : lower_;
  for (std::size_t begin = 0; begin < texts.size();) {
    const std::size_t end = texts.find('\n', begin);
    const std::string_view needed = texts.substr(begin, end - begin);
    begin = end + 1;
    const std::string_view bare = without_edges(needed);
    const bool may_stand =
        case_matters ? grams_.may_hold(to_ascii_lower(bare)) : grams_.may_hold(bare);
    if (may_stand &&
        stands_in(text, part, bare, needed.front() == word_edge, needed.back() == word_edge))
      return true;
  }
  return false;
}

}  // namespace mailcheck
