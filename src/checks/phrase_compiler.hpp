#pragma once

// Compiles phrases into the words of a PhraseBook: at build time for the shipped rules, at start
// for the user's own. Nothing of it runs when a draft is linted.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "checks/phrase_anchor.hpp"
#include "checks/phrase_code.hpp"
#include "checks/phrase_syntax.hpp"

namespace mailcheck {

class PhraseBookBuilder {
 public:
  /// Begins a new group; phrases are added to the last one. Returns its number, from 0.
  std::uint32_t add_group();
  /// Parses and compiles one phrase. An error's column is the place in the phrase.
  Result<void> add_phrase(std::string_view phrase, const PhraseWordLists& lists);
  /// The finished book, to be kept and given to PhraseBook::open.
  [[nodiscard]] std::vector<std::uint32_t> finish() const;

 private:
  struct Anchor {
    std::uint32_t phrase;
    std::uint32_t least_before;
    std::uint32_t most_before;
    std::uint64_t before;  // bits of the words that can stand before it, and after it
    std::uint64_t after;
  };

  /// Alternatives by the number of the word that they begin with; that is not all of them.
  using Branches = std::map<std::uint32_t, std::vector<const PhraseSequence*>>;

  std::uint32_t number_of(const std::string& word);
  std::uint32_t set_of(std::vector<std::uint32_t> words);
  void add_anchors(const PhraseAnchor& anchor, std::uint32_t code);
  void compile(const PhraseSequence& sequence);
  void compile(const PhraseNode& node);
  void emit_choice(const PhraseNode& node);
  void emit_words(const std::vector<std::uint32_t>& words);
  void emit_branches(const Branches& branches);
  void emit_condition(PhraseOp op, const PhraseNode& node);
  template <class Visit>
  void for_each_first(std::uint32_t code, Visit visit) const;
  [[nodiscard]] std::uint64_t bits_taken(std::uint32_t at) const;
  [[nodiscard]] std::uint64_t first_bits(std::uint32_t code) const;
  [[nodiscard]] std::uint64_t bits_after(std::uint32_t code, std::uint32_t word) const;

  std::uint32_t groups_ = 0;
  std::size_t branch_depth_ = 0;                  // of the code that is being written
  std::map<std::string, std::uint32_t> numbers_;  // from 1
  std::map<std::vector<std::uint32_t>, std::uint32_t> sets_;
  std::vector<std::uint64_t> bits_of_sets_;                       // by their numbers
  std::vector<std::pair<std::uint32_t, std::uint32_t>> phrases_;  // group, code offset
  std::vector<std::uint32_t> code_;
  std::map<std::uint32_t, std::vector<Anchor>> anchors_;  // by word number
};

}  // namespace mailcheck
