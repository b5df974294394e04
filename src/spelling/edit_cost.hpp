#pragma once

// How far apart two words are, for telling what a misspelt word was meant to be.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// Number of letters inserted, left out, changed or swapped with their neighbour between two words
/// (Damerau's distance, optimal string alignment), without case. Words of more than
/// `spelling_word_limit` code points are as far apart as they are long.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);

/// The same, but each edit costs what its rarity as a slip deserves, in hundredths, about 70 on
/// average: doubling a letter and swapping two are cheap, a wrong first letter is dear.
[[nodiscard]] std::size_t edit_cost(std::string_view written, std::string_view meant);

/// Prices many words against one that was written, which is much quicker than `edit_cost` for each.
class EditCosts {
 public:
  explicit EditCosts(std::string_view written);

  /// `edit_cost(written, meant)`, or any number above `limit` when it is above that.
  [[nodiscard]] std::size_t to(std::string_view meant, std::size_t limit);

 private:
  std::u32string written_, meant_;                              // Folded code points.
  std::vector<std::size_t> before_, above_, row_, insertions_;  // Kept: no allocation each time.
};

/// Counts the edits between one word and many, in bytes and without the case of ASCII letters: all
/// of a word at once, a bit each (Hyyrö 2003).
class BitDistance {
 public:
  /// `written` in lower case, at most 64 bytes.
  explicit BitDistance(std::string_view written);

  /// As edit_distance for ASCII; any number above `limit` when it is above that.
  [[nodiscard]] std::size_t to(std::string_view meant, std::size_t limit) const;

  /// Words that are compared side by side, and the longest one that may have been written then.
  static constexpr std::size_t words_at_once = 8;
  static constexpr std::size_t longest_at_once = 16;
  /// As `to` for words of `length` bytes each, without a limit.
  [[nodiscard]] std::array<std::uint16_t, words_at_once> to_each(
      const std::array<const char*, words_at_once>& meant, std::size_t length) const;

 private:
  std::size_t length_;
  std::uint64_t places_[256] = {};  // Of each byte.
};

}  // namespace mailcheck
