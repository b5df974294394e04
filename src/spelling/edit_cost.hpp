#pragma once

// How far apart two words are, for telling what a misspelt word was meant to be.

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

/// The same, but each edit costs what its rarity as a slip deserves, about 10 on average: doubling
/// a letter and swapping two are cheap, a wrong first letter is dear.
[[nodiscard]] std::size_t edit_cost(std::string_view written, std::string_view meant);

/// A word made ready for being compared often.
struct FoldedWord {
  std::u32string letters;     ///< Folded code points.
  std::uint32_t present = 0;  ///< Which of the letters a to z occur.

  FoldedWord() = default;
  explicit FoldedWord(std::string_view word) { assign(word); }
  /// Becomes another word without giving its memory back.
  void assign(std::string_view word);
};

/// Prices many words against one that was written, which is much quicker than `edit_cost` for each.
class EditCosts {
 public:
  explicit EditCosts(std::string_view written) : written_(written) {}

  /// `edit_cost(written, meant)`, or any number above `limit` when it is above that.
  [[nodiscard]] std::size_t to(const FoldedWord& meant, std::size_t limit);
  /// What a word that consists of the letters `present` is apart at least; quick, and no more than
  /// 6 for words that are one edit apart.
  [[nodiscard]] std::size_t at_least(std::uint32_t present) const;
  /// Whether `at_least(present) <= limit`, made for asking it of every entry of a dictionary.
  [[nodiscard]] bool may_be_within(std::uint32_t present, std::size_t limit) const {
    const std::size_t letters = limit / least_mending;
    return !has_more_bits(present & ~written_.present, letters) &&
           !has_more_bits(written_.present & ~present, letters);
  }
  /// A nearer bound, which takes somewhat longer.
  [[nodiscard]] std::size_t at_least_by_letter(std::uint32_t present) const;
  [[nodiscard]] const FoldedWord& written() const { return written_; }
  /// Code points of the written word.
  [[nodiscard]] std::size_t length() const { return written_.letters.size(); }

 private:
  /// The least that it costs to mend a letter that the other word lacks altogether: a change for
  /// one that sounds alike. A doubled letter is cheaper to insert, but then it is two.
  static constexpr std::size_t least_mending = 6;

  static bool has_more_bits(std::uint32_t bits, std::size_t count) {
    for (; bits != 0 && count > 0; --count)
      bits &= bits - 1;
    return bits != 0;
  }

  FoldedWord written_;
  std::vector<std::size_t> before_, above_, row_, insertions_;  // Kept: no allocation each time.
};

}  // namespace mailcheck
