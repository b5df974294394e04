#include "spelling/edit_cost.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

namespace {

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    letters.push_back(fold_case(point.value));
    at += point.length;
  }
  return letters;
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeiouy").find(c) != std::u32string::npos;
}

/// Letters that sound alike.
bool sound_alike(char32_t a, char32_t b) {
  static constexpr auto pairs =
      std::to_array<std::u32string_view>({U"cs", U"ck", U"sz", U"fv", U"gj", U"mn", U"dt", U"bp",
                                          U"kq", U"iy", U"xc", U"uw", U"tc", U"ts"});
  return std::any_of(pairs.begin(), pairs.end(), [a, b](std::u32string_view pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

/// Hardly anyone gets the first letter wrong.
constexpr std::size_t first_letter = 9;

struct Plain {
  static std::size_t insert(const std::u32string&, std::size_t) { return 1; }
  static std::size_t remove(const std::u32string&, std::size_t) { return 1; }
  static std::size_t change(char32_t, char32_t, std::size_t) { return 1; }
  static std::size_t swap(std::size_t) { return 1; }
};

struct Weighted {
  /// A letter of `word` at `i` that the other word lacks.
  static std::size_t one_side(const std::u32string& word, std::size_t i) {
    const char32_t c = word[i];
    if (c == U'\'')
      return 3;
    if (c == U' ' || c == U'-')
      return 12;
    const bool doubled = (i > 0 && word[i - 1] == c) || (i + 1 < word.size() && word[i + 1] == c);
    if (doubled)
      return 5;
    const std::size_t first = i == 0 ? first_letter : 0;
    // Unheard letters are the first to be forgotten.
    const bool weak = is_vowel(c) || c == U'h' || c == U'c' || c == U'n';
    return first + (weak ? 8 : 10);
  }
  static std::size_t insert(const std::u32string& word, std::size_t i) { return one_side(word, i); }
  static std::size_t remove(const std::u32string& word, std::size_t i) {
    return one_side(word, i) + 1;
  }
  static std::size_t change(char32_t from, char32_t to, std::size_t i) {
    const std::size_t first = i == 0 ? first_letter : 0;
    if (is_vowel(from) && is_vowel(to))
      return first + 7;
    return first + (sound_alike(from, to) ? 6 : 12);
  }
  static std::size_t swap(std::size_t i) { return i == 0 ? 9 : 6; }
};

/// The distance in three rows; `Cost` prices each edit.
template <class Cost>
std::size_t distance(std::string_view left_word, std::string_view right_word) {
  const std::u32string left = letters_of(left_word);
  const std::u32string right = letters_of(right_word);
  if (std::max(left.size(), right.size()) > spelling_word_limit)
    return std::max(left.size(), right.size());
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 1; j <= right.size(); ++j)
    above[j] = above[j - 1] + Cost::insert(right, j - 1);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = above[0] + Cost::remove(left, i - 1);
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const char32_t a = left[i - 1];
      const char32_t b = right[j - 1];
      std::size_t best = above[j - 1] + (a == b ? 0 : Cost::change(a, b, i - 1));
      best = std::min(best, above[j] + Cost::remove(left, i - 1));
      best = std::min(best, row[j - 1] + Cost::insert(right, j - 1));
      if (i > 1 && j > 1 && a != b && a == right[j - 2] && left[i - 2] == b)
        best = std::min(best, before[j - 2] + Cost::swap(i - 2));
      row[j] = best;
    }
    before.swap(above);
    above.swap(row);
  }
  return above[right.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return distance<Plain>(left, right);
}

std::size_t edit_cost(std::string_view written, std::string_view meant) {
  return distance<Weighted>(written, meant);
}

}  // namespace mailcheck
