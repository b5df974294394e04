#pragma once

// All phrases of a set of rules, compiled: one table of words, one small program for each phrase,
// and for each word the phrases it can anchor. A draft is matched in one pass over its tokens: each
// is looked up once, and only the phrases anchored at it are tried.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/search_budget.hpp"
#include "checks/phrase_matches.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// The sections of a book, each a run of 32-bit words. PhraseBookBuilder writes them in this order.
struct PhraseBookLayout {
  std::size_t group_count = 0;
  /// Four for each: its group, the offset of its code, the two halves of the bits (`word_bit`) of
  /// the words that a match may begin with.
  std::span<const std::uint32_t> phrases;
  std::span<const std::uint32_t> code;  ///< Instructions of all phrases; see phrase_code.hpp.
  std::span<const std::uint32_t>
      set_begins;  ///< Set s is `set_words[set_begins[s], set_begins[s + 1])`.
  std::span<const std::uint32_t> set_words;      ///< Word numbers, sorted within a set.
  std::span<const std::uint32_t> set_bits;       ///< Two for each set: its bits.
  std::span<const std::uint32_t> anchor_begins;  ///< Indexed by word number, as the sets are.
  std::span<const std::uint32_t>
      anchors;  ///< Six for each: phrase, least << 16 | most words before, bits before and after.
  std::span<const std::uint32_t>
      word_begins;                         ///< Byte offsets of the words in `letters`, from word 1.
  std::span<const std::uint32_t> letters;  ///< UTF-8, four bytes a word, little-endian.
  std::span<const std::uint32_t>
      hash_table;  ///< Word numbers; a power of two long, probed linearly.
};

/// A finished book. Views the words it was made from, which must outlive it.
class PhraseBook {
 public:
  PhraseBook() = default;
  /// Fails when `words` are not what PhraseBookBuilder::finish gives.
  static Result<PhraseBook> open(std::span<const std::uint32_t> words);

  [[nodiscard]] std::size_t group_count() const { return layout_.group_count; }
  /// Adds the matches of all groups to `matches`, group g at index `first_group` + g: leftmost,
  /// then longest, not overlapping within a group, never across a sentence. `draft_text` is the
  /// text that `text` was made from. When the budget gives up, which it does for a stranger's
  /// phrases alone, the rest of the text is not searched.
  void match(std::string_view draft_text, const Text& text, PhraseMatches& matches,
             std::size_t first_group, SearchBudget& budget) const;

 private:
  /// The number of a folded word, from 1; 0 for a word of no phrase.
  [[nodiscard]] std::uint32_t word_number(std::string_view key) const;

  PhraseBookLayout layout_;
};

}  // namespace mailcheck
