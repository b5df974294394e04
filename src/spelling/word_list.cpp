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

std::string merge_word_lists(std::span<const std::string> texts) {
  std::vector<std::string> words;
  for (const std::string& text : texts) {
    for (std::string& word : parse_word_list(text))
      words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string list;
  for (const std::string& word : words)
    list.append(word).push_back('\n');
  return list;
}

bool contains_word(std::string_view list, std::string_view word) {
  // A binary search over bytes: an index of the lines would be built at every start.
  std::size_t begin = 0;
  std::size_t end = list.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : list.rfind('\n', middle - 1);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t line_end = std::min(list.find('\n', middle), list.size());
    const std::string_view entry = list.substr(line, line_end - line);
    if (entry == word)
      return true;
    if (entry < word)
      begin = line_end + 1;
    else
      end = line;
  }
  return false;
}

}  // namespace mailcheck
