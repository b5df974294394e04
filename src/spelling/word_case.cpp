#include "spelling/word_case.hpp"

#include <cstddef>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

std::string to_upper(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode_utf8(text, at).length;
    out += capitalize(text.substr(at, length));
    at += length;
  }
  return out;
}

}  // namespace

bool is_possessive(std::string_view word) {
  return word.size() > 3 && (word.ends_with("'s") || word.ends_with("'S"));
}

Case case_of(std::string_view word) {
  std::size_t upper = 0;
  std::size_t letters = 0;
  bool first_is_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    if (is_letter(point.value)) {
      first_is_upper = first_is_upper || (letters == 0 && is_upper(point.value));
      upper += is_upper(point.value) ? 1U : 0U;
      ++letters;
    }
    at += point.length;
  }
  if (upper == 0)
    return Case::lower;
  if (upper == 1 && first_is_upper)
    return Case::capitalized;
  return upper == letters ? Case::upper : Case::mixed;
}

std::string in_case(Case wanted, std::string word) {
  switch (wanted) {
    case Case::capitalized:
      return capitalize(word);
    case Case::upper:
      return to_upper(word);
    case Case::lower:
    case Case::mixed:
      break;
  }
  return word;
}

}  // namespace mailcheck
