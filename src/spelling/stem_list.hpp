#pragma once

// The words that a Hunspell dictionary lists, without their inflected forms: Hunspell can look a
// word up, but not be asked which words are near another one, other than by its own slow search,
// which moreover depends on the clock.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/edit_cost.hpp"

namespace mailcheck {

enum class Names { without, with };

class StemList {
 public:
  StemList() = default;
  /// `dic` and `aff` are the contents of the two files of a dictionary. Entries that are not made
  /// of ASCII letters and apostrophes are left out.
  StemList(std::string dic, std::string_view aff);

  /// The entries that are at most `limit` from the word of `costs`, in order of the file. A name is
  /// an entry with a capital.
  [[nodiscard]] std::vector<std::string> near(const EditCosts& costs, std::size_t limit,
                                              Names names) const;

  /// False for a word that cannot be one, because it has three letters in a row, or two at its
  /// start, that no entry has. Much quicker than asking Hunspell.
  [[nodiscard]] bool is_plausible(std::string_view word) const;

  /// Whether the dictionary wants the word (in lower case) never to be proposed: it or, regular
  /// endings taken off, its stem is marked so (NOSUGGEST).
  [[nodiscard]] bool is_banned(std::string_view word) const;

 private:
  struct Stem {
    std::uint32_t offset;  // Into `text_`.
    std::uint32_t length;
    std::uint32_t present;  // As of FoldedWord.
  };
  void add_triples(std::string_view word);
  void add_line(std::size_t begin, std::size_t end, std::string_view ban);

  std::string text_;
  std::vector<Stem> stems_;
  std::vector<std::string> banned_;    // Sorted.
  std::vector<std::uint8_t> triples_;  // Which three letters occur in a row: 1.
};

}  // namespace mailcheck
