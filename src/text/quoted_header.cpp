#include "text/quoted_header.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// Code points of a line that are looked at; the longest words of the tables are shorter.
constexpr std::size_t separator_length = 100;
// Bytes up to the colon of a field.
constexpr std::size_t field_bytes = 50;

constexpr std::string_view wide_colon = "\uFF1A";
constexpr std::string_view no_break_space = "\u00A0";

// Whether one of the words is the beginning of `text`.
template <class Table>
bool starts_with_any(const Table& beginnings, std::string_view text) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [text](std::string_view beginning) { return text.starts_with(beginning); });
}

// Without asterisks, quote marks, blanks and marks of direction in front.
std::string_view without_decoration(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode_utf8(text, at);
    const bool is_decoration = point.value == U'*' || point.value == U'>' ||
                               is_space(point.value) || is_control(point.value);
    if (!is_decoration)
      break;
    at += point.length;
  }
  return text.substr(at);
}

}  // namespace

bool is_message_separator(std::string_view line) {
  line = utf8_prefix(without_decoration(line), separator_length);
  const std::size_t dashes = std::min(line.find_first_not_of("-=_"), line.size());
  const std::string rest = fold_case(trim(line.substr(dashes)));
  return dashes >= 2 ? starts_with_any(message_separators, rest)
                     : dashes == 0 && starts_with_any(forwarding_lines, rest);
}

QuotedField quoted_field_of(std::string_view line) {
  line = without_decoration(line);
  const std::string_view start = line.substr(0, field_bytes);
  const std::size_t colon = std::min(start.find(':'), start.find(wide_colon));
  if (colon == std::string_view::npos)
    return QuotedField::none;
  std::string_view written = trim(line.substr(0, colon));
  while (written.ends_with('*') || written.ends_with(no_break_space))
    written.remove_suffix(written.ends_with('*') ? 1 : no_break_space.size());
  const std::string folded = fold_case(trim(written));
  const auto known = std::lower_bound(
      quoted_field_names.begin(), quoted_field_names.end(), std::string_view(folded),
      [](const QuotedFieldName& name, std::string_view wanted) { return name.name < wanted; });
  return known != quoted_field_names.end() && known->name == folded ? known->field
                                                                    : QuotedField::none;
}

}  // namespace mailcheck
