#include "spelling/capitals.hpp"

#include <algorithm>
#include <cstddef>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace mailcheck {

namespace {

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

struct Count {
  std::size_t capitals = 0;
  std::size_t neutral = 0;  // What has no case.
  std::size_t all = 0;
  bool first_is_capital = false;

  void add(bool capital, bool small) {
    first_is_capital = first_is_capital || (all == 0 && capital);
    capitals += capital ? 1U : 0U;
    neutral += capital || small ? 0U : 1U;
    ++all;
  }
};

}  // namespace

Capitals capitals_of(std::string_view word) {
  Count count;
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      count.add(is_capital(c), is_small(c));
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(word, at);
    count.add(is_upper(point.value), is_lower(point.value));
    at += point.length;
  }
  if (count.capitals == 0)
    return Capitals::none;
  if (count.capitals == 1 && count.first_is_capital)
    return Capitals::initial;
  if (count.capitals + count.neutral == count.all)
    return Capitals::all;
  return count.first_is_capital ? Capitals::initial_and_inner : Capitals::inner;
}

std::string with_initial(std::string_view word) {
  std::string out(word);
  if (!word.empty() && is_small(word.front()))
    out.front() = static_cast<char>(word.front() - 'a' + 'A');
  else if (!word.empty() && static_cast<unsigned char>(word.front()) >= 0x80) {
    const std::size_t length = decode_utf8(word, 0).length;
    out = capitalize(word.substr(0, length)).append(word.substr(length));
  }
  return out;
}

std::string without_capitals(std::string_view word) {
  if (!is_ascii(word))
    return to_lower(word);
  std::string out(word);
  for (char& c : out)
    c = static_cast<char>(is_capital(c) ? c - 'A' + 'a' : c);
  return out;
}

}  // namespace mailcheck
