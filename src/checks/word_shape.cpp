#include "checks/word_shape.hpp"

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

Shape shape_of(std::string_view word) {
  std::size_t letters = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    at += point.length;
    const bool is_apostrophe = point.value == U'\'' || point.value == U'’';
    if (is_apostrophe)
      continue;
    const bool is_latin = point.value < 0x250 || (point.value >= 0x1E00 && point.value < 0x1F00);
    if (!is_letter(point.value) || !is_latin)
      return Shape::other;
    if (is_upper(point.value) && letters > 0)
      return Shape::other;
    first_upper = first_upper || is_upper(point.value);
    ++letters;
  }
  if (letters < 2)
    return Shape::other;
  return first_upper ? Shape::capitalized : Shape::lower;
}

std::string key_of(std::string_view word) {
  constexpr std::string_view curly = "’";
  std::string key = fold_case(word);
  for (std::size_t at = key.find(curly); at != std::string::npos; at = key.find(curly, at + 1)) {
    key[at] = '\'';
    key.erase(at + 1, curly.size() - 1);
  }
  if (key.ends_with("'s"))
    key.resize(key.size() - 2);
  while (key.ends_with('\''))
    key.pop_back();
  return key;
}

std::string_view ending_of(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s", "'", "’"}) {
    if (word.ends_with(ending))
      return word.substr(word.size() - ending.size());
  }
  return {};
}

bool has_foreign_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    at += point.length;
    if (point.value >= 0x80 && is_letter(point.value))
      return true;
  }
  return false;
}

}  // namespace mailcheck
