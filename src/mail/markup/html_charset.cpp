#include "mail/markup/html_charset.hpp"

#include <algorithm>
#include <cstddef>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

constexpr std::size_t scanned_bytes = 1024;

std::size_t find_ignoring_case(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = from; at + word.size() <= text.size(); ++at) {
    if (equal_ignoring_case(text.substr(at, word.size()), word))
      return at;
  }
  return std::string_view::npos;
}

bool is_label_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) ||
         std::string_view("-_:.").find(c) != std::string_view::npos;
}

// The label after “charset”, an equals sign and perhaps a quote.
std::string_view label_after(std::string_view rest) {
  rest = trim(rest);
  if (!rest.starts_with('='))
    return {};
  rest = trim(rest.substr(1));
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\''))
    rest.remove_prefix(1);
  const auto end = std::find_if_not(rest.begin(), rest.end(), is_label_character);
  return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

}  // namespace

std::string_view html_charset(std::string_view html) {
  constexpr std::string_view word = "charset";
  const std::string_view head = html.substr(0, scanned_bytes);
  std::size_t at = find_ignoring_case(head, "<meta", 0);
  while (at != std::string_view::npos) {
    const std::string_view tag = head.substr(at, head.find('>', at) - at);
    const std::size_t found = find_ignoring_case(tag, word, 0);
    if (found != std::string_view::npos) {
      const std::string_view label = label_after(tag.substr(found + word.size()));
      if (!label.empty())
        return label;
    }
    at = find_ignoring_case(head, "<meta", at + tag.size());
  }
  return {};
}

}  // namespace mailcheck
