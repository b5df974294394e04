#pragma once

// Which words of the lexicon a misspelt one may have been meant as: all its forms are compared, the
// frequent ones first, by which letters they have, then by the number of edits, then by what these
// cost. A word costs its edits and its rarity; the noisier the channel, the plainer the word.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "spelling/candidate.hpp"
#include "spelling/lexicon.hpp"

namespace mailcheck {

/// What words of this frequency cost.
[[nodiscard]] std::size_t rarity_of(FrequencyClass frequency);
/// What it costs that a word in lower case was meant as a name.
inline constexpr std::size_t cost_of_name = 60;

/// The cheapest candidates, each text once, and none much dearer than the first.
class BestCandidates {
 public:
  /// At most `count`, of at most the cost `limit` and at most `span` more than the cheapest.
  BestCandidates(std::size_t count, std::size_t limit, std::size_t span)
      : count_(count), limit_(limit), span_(span) {}

  /// Dearer candidates need not be offered.
  [[nodiscard]] std::size_t limit() const { return limit_; }
  void add(Candidate candidate);
  /// Cheapest first, equally cheap ones by their bytes.
  [[nodiscard]] std::vector<Candidate> take() { return std::move(best_); }

 private:
  std::size_t count_;
  std::size_t limit_;
  std::size_t span_;
  std::vector<Candidate> best_;  // Sorted.
};

struct ScanOptions {
  std::uint8_t languages = 0;  ///< Bits as of FormFlags; words of our own lists always count.
  bool may_be_name = false;    ///< It was written with a capital, so that names are likely.
  /// Rarer words are left out.
  FrequencyClass rarest = frequency_classes - 1;
};

/// Adds the forms of `lexicon` that are near `written`, a word in lower case of at most
/// `longest_scanned` bytes.
void scan(const Lexicon& lexicon, std::string_view written, const ScanOptions& options,
          BestCandidates& best);

inline constexpr std::size_t longest_scanned = 64;

}  // namespace mailcheck
