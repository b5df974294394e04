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

}  // namespace

PatternText::PatternText(std::string_view draft_text)
    : line_(with_spaces(draft_text)),
      lower_(to_ascii_lower(line_)),
      grams_(lower_),
      is_plain_(is_plain_text(line_)) {}

bool PatternText::may_match(const PatternNeeds& needs, std::size_t begin, std::size_t end) const {
  if (!is_plain_ || needs.texts.empty())
    return true;
  const std::string_view text = needs.case_matters ? line_ : lower_;
  std::string_view rest = needs.texts;
  while (!rest.empty()) {
    const std::string_view needed = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(needed.size() + 1);
    if (holds(text, needed, begin, end))
      return true;
  }
  return false;
}

bool PatternText::holds(std::string_view text, std::string_view needed, std::size_t begin,
                        std::size_t end) const {
  const bool edge_before = needed.starts_with(word_edge);
  const bool edge_after = needed.ends_with(word_edge);
  needed.remove_prefix(edge_before ? 1 : 0);
  needed.remove_suffix(edge_after ? 1 : 0);
  if (text.data() == lower_.data() && !grams_.may_hold(needed))
    return false;
  const std::string_view part = text.substr(0, end);
  for (std::size_t at = part.find(needed, begin); at != std::string_view::npos;
       at = part.find(needed, at + 1)) {
    const std::size_t after = at + needed.size();
    // An edge is one of a word: beside other signs anything may stand.
    const bool joins_before =
        edge_before && is_word_byte(needed.front()) && at > begin && is_word_byte(text[at - 1]);
    const bool joins_after =
        edge_after && is_word_byte(needed.back()) && after < end && is_word_byte(text[after]);
    if (!joins_before && !joins_after)
      return true;
  }
  return false;
}

}  // namespace mailcheck
