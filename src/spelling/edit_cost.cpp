#include "spelling/edit_cost.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/edit_weights.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

namespace {

void append_letters(std::u32string& letters, std::string_view word) {
  letters.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    if ((c >= 'a' && c <= 'z') || c == '\'') {  // Nearly all; asking ICU takes long.
      letters.push_back(static_cast<char32_t>(c));
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(word, at);
    letters.push_back(fold_case(point.value));
    at += point.length;
  }
}

struct Plain {
  static std::size_t insert(const std::u32string&, std::size_t) { return 1; }
  static std::size_t remove(const std::u32string&, std::size_t) { return 1; }
  static std::size_t change(char32_t, char32_t, std::size_t) { return 1; }
  static std::size_t swap(std::size_t) { return 1; }
};

/// Three rows of the table of distances.
struct Rows {
  std::vector<std::size_t>& before;
  std::vector<std::size_t>& above;
  std::vector<std::size_t>& row;
  std::vector<std::size_t>& insertions;  // What each letter of the other word costs to insert.
};

/// The distance; `Cost` prices each edit. Given up with a number above `limit` as soon as it is
/// certain to be above that.
template <class Cost>
std::size_t distance(const std::u32string& left, const std::u32string& right, std::size_t limit,
                     Rows rows) {
  auto& [before, above, row, insertions] = rows;
  if (std::max(left.size(), right.size()) > spelling_word_limit)
    return std::max(left.size(), right.size());
  before.assign(right.size() + 1, 0);
  above.assign(right.size() + 1, 0);
  row.assign(right.size() + 1, 0);
  insertions.assign(right.size() + 1, 0);
  for (std::size_t j = 1; j <= right.size(); ++j) {
    insertions[j] = Cost::insert(right, j - 1);
    above[j] = above[j - 1] + insertions[j];
  }
  std::size_t least_above = 0;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    const std::size_t removal = Cost::remove(left, i - 1);
    row[0] = above[0] + removal;
    std::size_t least = row[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const char32_t a = left[i - 1];
      const char32_t b = right[j - 1];
      std::size_t best = above[j - 1] + (a == b ? 0 : Cost::change(a, b, i - 1));
      best = std::min(best, above[j] + removal);
      best = std::min(best, row[j - 1] + insertions[j]);
      if (i > 1 && j > 1 && a != b && a == right[j - 2] && left[i - 2] == b)
        best = std::min(best, before[j - 2] + Cost::swap(i - 2));
      row[j] = best;
      least = std::min(least, best);
    }
    // A swap reaches two rows back.
    if (std::min(least, least_above) > limit)
      return limit + 1;
    least_above = least;
    before.swap(above);
    above.swap(row);
  }
  return above[right.size()];
}

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max() - 1;

template <class Cost>
std::size_t whole_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> above;
  std::vector<std::size_t> row;
  std::vector<std::size_t> insertions;
  return distance<Cost>(FoldedWord(left).letters, FoldedWord(right).letters, no_limit,
                        {before, above, row, insertions});
}

/// What it costs at least to get rid of the letters `lacking`, none of which is in `others`: each
/// needs an edit of its own, a change for a letter of `others` or one that makes it or takes it.
std::size_t least_mending_of(std::uint32_t lacking, std::uint32_t others) {
  std::size_t sum = 0;
  for (; lacking != 0; lacking &= lacking - 1) {
    const auto letter = static_cast<std::size_t>(std::countr_zero(lacking));
    const std::uint32_t bit = std::uint32_t{1} << letter;
    if ((alike_letters.at(letter) & others) != 0)
      sum += change_alike;
    else if ((bit & vowels) != 0 && (others & vowels) != 0)
      sum += change_vowel;
    else
      sum += (bit & weak_letters) != 0 ? weak_alone : other_alone;
  }
  return sum;
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return whole_distance<Plain>(left, right);
}

std::size_t edit_cost(std::string_view written, std::string_view meant) {
  return whole_distance<Weighted>(written, meant);
}

void FoldedWord::assign(std::string_view word) {
  letters.clear();
  append_letters(letters, word);
  present = 0;
  for (const char32_t letter : letters)
    present |= is_basic(letter) ? bit_of(letter) : 0;
}

std::size_t EditCosts::at_least(std::uint32_t present) const {
  const auto lacking = static_cast<std::size_t>(std::popcount(present & ~written_.present));
  const auto extra = static_cast<std::size_t>(std::popcount(written_.present & ~present));
  return std::max(lacking, extra) * least_mending;
}

std::size_t EditCosts::at_least_by_letter(std::uint32_t present) const {
  return std::max(least_mending_of(present & ~written_.present, written_.present),
                  least_mending_of(written_.present & ~present, present));
}

std::size_t EditCosts::to(const FoldedWord& meant, std::size_t limit) {
  const std::size_t least = at_least(meant.present);
  if (least > limit)
    return least;
  return distance<Weighted>(written_.letters, meant.letters, limit,
                            {before_, above_, row_, insertions_});
}

}  // namespace mailcheck
