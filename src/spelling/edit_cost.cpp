#include "spelling/edit_cost.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

namespace {

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
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
  return letters;
}

constexpr bool is_basic(char32_t c) {
  return c >= U'a' && c <= U'z';
}

constexpr std::uint32_t bit_of(char32_t c) {
  return std::uint32_t{1} << (c - U'a');
}

bool is_vowel(char32_t c) {
  constexpr std::uint32_t vowels =
      bit_of(U'a') | bit_of(U'e') | bit_of(U'i') | bit_of(U'o') | bit_of(U'u') | bit_of(U'y');
  return is_basic(c) && (vowels & bit_of(c)) != 0;
}

/// For each letter those that sound alike.
constexpr std::array<std::uint32_t, 26> alike = [] {
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

bool sound_alike(char32_t a, char32_t b) {
  return is_basic(a) && is_basic(b) && (alike.at(a - U'a') & bit_of(b)) != 0;
}

/// Hardly anyone gets the first letter wrong.
constexpr std::size_t first_letter = 9;

/// The least that it costs to mend a letter that the other word lacks altogether.
constexpr std::size_t least_insert = 5;
constexpr std::size_t least_remove = 6;

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
  return distance<Cost>(letters_of(left), letters_of(right), no_limit,
                        {before, above, row, insertions});
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return whole_distance<Plain>(left, right);
}

std::size_t edit_cost(std::string_view written, std::string_view meant) {
  return whole_distance<Weighted>(written, meant);
}

FoldedWord::FoldedWord(std::string_view word) : letters(letters_of(word)) {
  for (const char32_t letter : letters) {
    if (letter >= U'a' && letter <= U'z')
      present |= std::uint32_t{1} << (letter - U'a');
  }
}

std::size_t EditCosts::at_least(std::uint32_t present) const {
  // A letter that only one of the words has costs at least an edit.
  const auto lacking = static_cast<std::size_t>(std::popcount(present & ~written_.present));
  const auto extra = static_cast<std::size_t>(std::popcount(written_.present & ~present));
  return std::max(lacking * least_insert, extra * least_remove);
}

std::size_t EditCosts::to(const FoldedWord& meant, std::size_t limit) {
  const std::size_t least = at_least(meant.present);
  if (least > limit)
    return least;
  return distance<Weighted>(written_.letters, meant.letters, limit,
                            {before_, above_, row_, insertions_});
}

}  // namespace mailcheck
