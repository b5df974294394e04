#include "spelling/word_list.hpp"

#include <algorithm>

namespace mailcheck {

namespace {

constexpr std::string_view blanks = " \t\v\f";

std::string_view without_comment(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins = i == 0 || blanks.find(line[i - 1]) != std::string_view::npos;
    if (line[i] == '#' && begins)
      return line.substr(0, i);
  }
  return line;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace

std::vector<std::string> parse_word_list(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF"))
    text.remove_prefix(3);
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view word = trimmed(without_comment(text.substr(0, end)));
    if (!word.empty())
      words.emplace_back(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace mailcheck
