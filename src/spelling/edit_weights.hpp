#pragma once

// What each kind of slip costs, in hundredths of a unit in which a letter for another one is 1.16:
// the rarer a kind is in what people type, the dearer. Only for the files that compute distances.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mailcheck {

namespace slip {

inline constexpr std::size_t swapped = 58;           ///< “teh”
inline constexpr std::size_t doubling = 29;          ///< A letter doubled or not: “untill”.
inline constexpr std::size_t vowel_for_vowel = 60;   ///< “seperate”
inline constexpr std::size_t sounds_alike = 50;      ///< “absense”
inline constexpr std::size_t neighbouring_key = 88;  ///< “tge”
inline constexpr std::size_t other_letter = 116;
inline constexpr std::size_t missing_letter = 44;
inline constexpr std::size_t missing_final_e = 34;
inline constexpr std::size_t missing_last_letter = 70;
inline constexpr std::size_t extra_letter = 85;
inline constexpr std::size_t apostrophe = 14;  ///< One too many or too few.
inline constexpr std::size_t accent = 14;  ///< “resume” for “résumé”, for each letter.
/// Hardly anyone gets the first letter wrong: this comes on top.
inline constexpr std::size_t first_letter = 39;
/// … and few the last one, unless it is a vowel.
inline constexpr std::size_t last_letter = 20;

}  // namespace slip

constexpr bool is_basic(char32_t c) {
  return c >= U'a' && c <= U'z';
}

constexpr std::uint32_t bit_of(char32_t c) {
  return std::uint32_t{1} << (c - U'a');
}

inline constexpr std::uint32_t vowels =
    bit_of(U'a') | bit_of(U'e') | bit_of(U'i') | bit_of(U'o') | bit_of(U'u') | bit_of(U'y');

/// For each letter those that are in one of the groups with it.
template <std::size_t count>
constexpr std::array<std::uint32_t, 26> letters_beside(
    const std::array<std::u32string_view, count>& groups) {
  std::array<std::uint32_t, 26> table{};
  for (const std::u32string_view group : groups) {
    for (const char32_t one : group) {
      for (const char32_t other : group)
        table.at(one - U'a') |= one == other ? 0 : bit_of(other);
    }
  }
  return table;
}

/// Letters that sound alike before a, o, u and consonants, and before e, i and y.
inline constexpr std::array<std::uint32_t, 26> alike_letters =
    letters_beside(std::to_array<std::u32string_view>(
        {U"ck", U"kq", U"cq", U"sz", U"fv", U"mn", U"dt", U"bp", U"uw"}));
inline constexpr std::array<std::uint32_t, 26> alike_before_soft_vowels =
    letters_beside(std::to_array<std::u32string_view>(
        {U"cs", U"sz", U"gj", U"fv", U"mn", U"dt", U"bp", U"uw", U"xc"}));

/// Side by side on an English keyboard, in a row or from row to row.
inline constexpr std::array<std::uint32_t, 26> near_keys =
    letters_beside(std::to_array<std::u32string_view>(
        {U"qw", U"we", U"er", U"rt", U"ty", U"yu", U"ui", U"io", U"op", U"as",
         U"sd", U"df", U"fg", U"gh", U"hj", U"jk", U"kl", U"zx", U"xc", U"cv",
         U"vb", U"bn", U"nm", U"qa", U"ws", U"ed", U"rf", U"tg", U"yh", U"uj",
         U"ik", U"ol", U"az", U"sx", U"dc", U"fv", U"gb", U"hn", U"jm"}));

inline bool is_vowel(char32_t c) {
  return is_basic(c) && (vowels & bit_of(c)) != 0;
}

inline bool is_beside(const std::array<std::uint32_t, 26>& table, char32_t a, char32_t b) {
  return is_basic(a) && is_basic(b) && (table.at(a - U'a') & bit_of(b)) != 0;
}

}  // namespace mailcheck
