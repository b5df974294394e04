#pragma once

// What each kind of slip costs; see `edit_cost`. Only for the files that compute distances.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mailcheck {

constexpr bool is_basic(char32_t c) {
  return c >= U'a' && c <= U'z';
}

constexpr std::uint32_t bit_of(char32_t c) {
  return std::uint32_t{1} << (c - U'a');
}

inline constexpr std::uint32_t vowels =
    bit_of(U'a') | bit_of(U'e') | bit_of(U'i') | bit_of(U'o') | bit_of(U'u') | bit_of(U'y');
/// Unheard letters are the first to be forgotten.
inline constexpr std::uint32_t weak_letters = vowels | bit_of(U'h') | bit_of(U'c') | bit_of(U'n');

inline bool is_vowel(char32_t c) {
  return is_basic(c) && (vowels & bit_of(c)) != 0;
}

inline bool is_weak(char32_t c) {
  return is_basic(c) && (weak_letters & bit_of(c)) != 0;
}

/// For each letter those that sound alike.
inline constexpr std::array<std::uint32_t, 26> alike_letters = [] {
  constexpr auto pairs =
      std::to_array<std::u32string_view>({U"cs", U"ck", U"sz", U"fv", U"gj", U"mn", U"dt", U"bp",
                                          U"kq", U"iy", U"xc", U"uw", U"tc", U"ts"});
  std::array<std::uint32_t, 26> table{};
  for (const std::u32string_view pair : pairs) {
    table.at(pair[0] - U'a') |= bit_of(pair[1]);
    table.at(pair[1] - U'a') |= bit_of(pair[0]);
  }
  return table;
}();

inline bool sound_alike(char32_t a, char32_t b) {
  return is_basic(a) && is_basic(b) && (alike_letters.at(a - U'a') & bit_of(b)) != 0;
}

/// Hardly anyone gets the first letter wrong.
inline constexpr std::size_t first_letter = 9;

inline constexpr std::size_t change_alike = 6;
inline constexpr std::size_t change_vowel = 7;
inline constexpr std::size_t change_other = 12;
inline constexpr std::size_t weak_alone = 8;
inline constexpr std::size_t other_alone = 10;

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
    return first + (is_weak(c) ? weak_alone : other_alone);
  }
  static std::size_t insert(const std::u32string& word, std::size_t i) { return one_side(word, i); }
  static std::size_t remove(const std::u32string& word, std::size_t i) {
    return one_side(word, i) + 1;
  }
  static std::size_t change(char32_t from, char32_t to, std::size_t i) {
    const std::size_t first = i == 0 ? first_letter : 0;
    if (is_vowel(from) && is_vowel(to))
      return first + change_vowel;
    return first + (sound_alike(from, to) ? change_alike : change_other);
  }
  static std::size_t swap(std::size_t i) { return i == 0 ? 9 : 6; }
};

}  // namespace mailcheck
