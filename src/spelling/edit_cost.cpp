#include "spelling/edit_cost.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/edit_weights.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

namespace {

void assign_letters(std::u32string& letters, std::string_view word) {
  letters.clear();
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

std::u32string letters_in(std::string_view word) {
  std::u32string letters;
  assign_letters(letters, word);
  return letters;
}

/// The letter under the accent of those that English borrows; any other as it is.
char32_t without_accent(char32_t c) {
  constexpr std::u32string_view accented = U"àáâãäåçèéêëìíîïñòóôõöùúûüý";
  constexpr std::u32string_view plain = U"aaaaaaceeeeiiiinooooouuuuy";
  static_assert(accented.size() == plain.size());
  const std::size_t at = c < 0x80 ? std::u32string_view::npos : accented.find(c);
  return at == std::u32string_view::npos ? c : plain[at];
}

struct Plain {
  static std::size_t insert(const std::u32string&, std::size_t) { return 1; }
  static std::size_t remove(const std::u32string&, std::size_t) { return 1; }
  static std::size_t change(const std::u32string&, std::size_t, const std::u32string&,
                            std::size_t) {
    return 1;
  }
  static std::size_t swap(std::size_t) { return 1; }
};

struct Weighted {
  static bool is_doubled(const std::u32string& word, std::size_t i) {
    return (i > 0 && word[i - 1] == word[i]) || (i + 1 < word.size() && word[i + 1] == word[i]);
  }
  static std::size_t at_start(std::size_t i) { return i == 0 ? slip::first_letter : 0; }

  static std::size_t at_edge(const std::u32string& word, std::size_t i) {
    if (i > 0 && i + 1 == word.size())
      return is_vowel(word[i]) ? 0 : slip::last_letter;
    return at_start(i);
  }

  /// A letter of the meant word that was not written.
  static std::size_t insert(const std::u32string& meant, std::size_t i) {
    if (meant[i] == U'\'')
      return slip::apostrophe;
    if (is_doubled(meant, i))
      return slip::doubling;
    if (i > 0 && i + 1 == meant.size())
      return meant[i] == U'e' ? slip::missing_final_e : slip::missing_last_letter;
    return at_start(i) + slip::missing_letter;
  }
  static std::size_t remove(const std::u32string& written, std::size_t i) {
    if (written[i] == U'\'')
      return slip::apostrophe;
    if (is_doubled(written, i))
      return slip::doubling;
    return at_edge(written, i) + slip::extra_letter;
  }
  /// c and g sound like s and j before e, i and y only, and like k before other letters.
  static bool sound_alike(char32_t from, char32_t to, char32_t next) {
    const bool is_soft = next == U'e' || next == U'i' || next == U'y';
    const auto& table = is_soft ? alike_before_soft_vowels : alike_letters;
    return is_beside(table, from, to);
  }
  static std::size_t change(const std::u32string& written, std::size_t i,
                            const std::u32string& meant, std::size_t j) {
    char32_t from = written[i];
    char32_t to = meant[j];
    if (from >= 0x80 || to >= 0x80) {
      from = without_accent(from);
      to = without_accent(to);
      if (from == to)
        return slip::accent;
    }
    std::size_t cost = slip::other_letter;
    if (sound_alike(from, to, j + 1 < meant.size() ? meant[j + 1] : U'\0'))
      cost = slip::sounds_alike;
    else if (is_vowel(from) && is_vowel(to))
      cost = slip::vowel_for_vowel;
    else if (is_beside(near_keys, from, to))
      cost = slip::neighbouring_key;
    return std::max(at_edge(written, i), at_edge(meant, j)) + cost;
  }
  static std::size_t swap(std::size_t i) { return at_start(i) + slip::swapped; }
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
      std::size_t best = above[j - 1] + (a == b ? 0 : Cost::change(left, i - 1, right, j - 1));
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
  return distance<Cost>(letters_in(left), letters_in(right), no_limit,
                        {before, above, row, insertions});
}

char upper(char c) {
  return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
}

/// One number of 16 bits for each of the words that are compared side by side.
using Lanes = std::uint16_t __attribute__((vector_size(16)));
static_assert(sizeof(Lanes) == BitDistance::words_at_once * sizeof(std::uint16_t));

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return whole_distance<Plain>(left, right);
}

std::size_t edit_cost(std::string_view written, std::string_view meant) {
  return whole_distance<Weighted>(written, meant);
}

EditCosts::EditCosts(std::string_view written) {
  assign_letters(written_, written);
}

std::size_t EditCosts::to(std::string_view meant, std::size_t limit) {
  assign_letters(meant_, meant);
  return distance<Weighted>(written_, meant_, limit, {before_, above_, row_, insertions_});
}

BitDistance::BitDistance(std::string_view written) : length_(written.size()) {
  assert(written.size() <= 64);
  for (std::size_t i = 0; i < written.size(); ++i) {
    places_[static_cast<unsigned char>(written[i])] |= std::uint64_t{1} << i;
    places_[static_cast<unsigned char>(upper(written[i]))] |= std::uint64_t{1} << i;
  }
}

std::size_t BitDistance::to(std::string_view meant, std::size_t limit) const {
  if (length_ == 0)
    return meant.size();
  const std::uint64_t last = std::uint64_t{1} << (length_ - 1);
  // Differences between neighbours in a column of the table of distances, a bit a row: downwards
  // one more or one less, and where the diagonal stays the same.
  std::uint64_t more = ~std::uint64_t{0};
  std::uint64_t less = 0;
  std::uint64_t same = 0;
  std::uint64_t places_before = 0;
  std::size_t distance = length_;
  std::size_t left = meant.size();
  for (const char c : meant) {
    if (distance > limit + left)  // Each letter that is left takes back one at most.
      return distance - left;
    --left;
    const std::uint64_t places = places_[static_cast<unsigned char>(c)];
    const std::uint64_t swaps = ((~same & places) << 1) & places_before;
    same = (((places & more) + more) ^ more) | places | less | swaps;
    std::uint64_t more_across = less | ~(same | more);
    std::uint64_t less_across = same & more;
    distance += (more_across & last) != 0 ? 1U : 0U;
    distance -= (less_across & last) != 0 ? 1U : 0U;
    more_across = more_across << 1 | 1U;
    less_across <<= 1;
    more = less_across | ~(same | more_across);
    less = same & more_across;
    places_before = places;
  }
  return distance;
}

// The same steps as in `to`; bits above the length mean nothing, so that 16 are enough.
std::array<std::uint16_t, BitDistance::words_at_once> BitDistance::to_each(
    const std::array<const char*, words_at_once>& meant, std::size_t length) const {
  assert(length_ > 0 && length_ <= longest_at_once);
  const auto last = static_cast<std::uint16_t>(length_ - 1);
  Lanes more = ~Lanes{};
  Lanes less{};
  Lanes same{};
  Lanes places_before{};
  Lanes distance = Lanes{} + static_cast<std::uint16_t>(length_);
  for (std::size_t i = 0; i < length; ++i) {
    Lanes places{};
    for (std::size_t word = 0; word < words_at_once; ++word)
      places[word] =
          static_cast<std::uint16_t>(places_[static_cast<unsigned char>(meant[word][i])]);
    const Lanes swaps = ((~same & places) << 1) & places_before;
    same = (((places & more) + more) ^ more) | places | less | swaps;
    Lanes more_across = less | ~(same | more);
    Lanes less_across = same & more;
    distance += (more_across >> last) & 1;
    distance -= (less_across >> last) & 1;
    more_across = more_across << 1 | 1;
    less_across <<= 1;
    more = less_across | ~(same | more_across);
    less = same & more_across;
    places_before = places;
  }
  std::array<std::uint16_t, words_at_once> distances{};
  for (std::size_t word = 0; word < words_at_once; ++word)
    distances[word] = distance[word];
  return distances;
}

}  // namespace mailcheck
