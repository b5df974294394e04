#include "text/footer.hpp"

#include <cstddef>
#include <string>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

constexpr std::size_t rule_bytes = 200;
constexpr std::size_t notice_bytes = 4000;
// Words of a notice that must be there.
constexpr std::size_t notice_words = 3;

}  // namespace

bool is_rule_line(std::string_view line) {
  if (line.empty() || line.size() > rule_bytes)
    return false;
  bool has_mark = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = decode_utf8(line, at);
    at += point.length;
    const bool is_mark = point.value == U'-' || point.value == U'_' || point.value == U'=' ||
                         (point.value >= U'\u2010' && point.value <= U'\u2015') ||
                         point.value == U'\u2500';
    if (!is_mark && point.value != U' ')
      return false;
    has_mark = has_mark || is_mark;
  }
  return has_mark;
}

bool is_notice(std::string_view paragraph) {
  if (paragraph.size() > notice_bytes)
    return false;
  const std::string folded = fold_case(paragraph);
  std::size_t count = 0;
  for (const std::string_view word :
       {"addressee", "confidential", "delete", "disclos", "in error", "intended", "notify",
        "privileged", "prohibited", "recipient", "unauthori", "virus"})
    count += folded.find(word) != std::string::npos ? 1U : 0U;
  return count >= notice_words;
}

}  // namespace mailcheck
