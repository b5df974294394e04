#include "lsp/names.hpp"

#include <algorithm>
#include <iterator>

#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Words after which a greeting names somebody, in lower case.
constexpr std::string_view greeting_words[] = {
    "dear", "hello", "hi", "good morning", "good afternoon", "good evening", "greetings"};

/// Lines of a header block that are read; it is looked at with every key that is typed.
constexpr std::size_t header_line_limit = 200;

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-';
}

/// A field name and a colon, or the rest of a field.
bool is_header_line(std::string_view line) {
  if (!line.empty() && is_blank(line.front()))
    return true;
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     is_name_character);
}

bool follows_greeting_word(std::string_view before) {
  return std::any_of(std::begin(greeting_words), std::end(greeting_words),
                     [&](std::string_view word) {
                       return starts_ignoring_case(before, word) && before.size() > word.size() &&
                              before[word.size()] == ' ';
                     });
}

NamePlace place_in_config(const PositionMap& map, std::size_t number, std::string_view before) {
  if (trim(before).starts_with("[options."))
    return NamePlace::options_heading;
  for (std::size_t line = number; line-- > 0;) {
    const std::string_view text = trim(map.line(line));
    if (!text.starts_with('['))
      continue;
    if (!text.starts_with("[severity]"))
      return NamePlace::none;
    if (before.find('=') != std::string_view::npos)
      return NamePlace::severity_value;
    return before.find('#') == std::string_view::npos ? NamePlace::severity_key : NamePlace::none;
  }
  return NamePlace::none;
}

}  // namespace

bool is_in_header(const PositionMap& map, std::size_t number) {
  if (number >= header_line_limit)
    return false;
  for (std::size_t line = 0; line <= number; ++line) {
    if (!is_header_line(map.line(line)))
      return false;
  }
  return true;
}

NamePlace place_of_name(DocumentKind kind, const PositionMap& map, std::size_t number,
                        std::string_view before) {
  if (kind == DocumentKind::configuration)
    return place_in_config(map, number, before);
  if (starts_ignoring_case(before, "X-Mailcheck-Ignore:"))
    return before.find(';') == std::string_view::npos && is_in_header(map, number)
               ? NamePlace::waiver
               : NamePlace::none;
  if (starts_ignoring_case(before, "X-Mailcheck-Stage:"))
    return is_in_header(map, number) ? NamePlace::stage : NamePlace::none;
  return follows_greeting_word(before) ? NamePlace::greeting : NamePlace::none;
}

std::string_view name_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_name_character(text[begin - 1]))
    --begin;
  return text.substr(begin);
}

std::string_view name_around(std::string_view line, std::size_t offset) {
  offset = std::min(offset, line.size());
  const std::size_t begin = offset - name_at_end(line.substr(0, offset)).size();
  std::size_t end = offset;
  while (end < line.size() && is_name_character(line[end]))
    ++end;
  return line.substr(begin, end - begin);
}

}  // namespace mailcheck
