#include "checks/slip_certainty.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/edit_cost.hpp"
#include "spelling/frequent_words.hpp"

namespace mailcheck {
namespace {

/// Words up to this many letters are near to some word whatever they are: only two letters that
/// changed places, or one inside of a frequent word, tell a slip. Up to the lower limit the latter
/// does not, either.
constexpr std::size_t short_word = 5;
constexpr std::size_t shortest_word = 3;
/// From this length on two slips in one word are likelier than a word of one's own; before it they
/// are when a frequent word was meant.
constexpr std::size_t word_for_two_slips = 9;
constexpr std::size_t frequent_word_for_two_slips = 6;
/// Who writes an unknown word so often means it.
constexpr std::size_t times_of_jargon = 3;
/// Two words that are both as long as this make a compound when they are joined.
constexpr std::size_t part_of_compound = 4;
/// What follows the prefix of a new formation.
constexpr std::size_t shortest_stem = 5;

constexpr std::string_view prefixes[] = {"anti",  "co",    "counter", "cyber", "de",   "inter",
                                         "micro", "mini",  "multi",   "non",   "out",  "over",
                                         "post",  "pre",   "re",      "semi",  "sub",  "super",
                                         "tele",  "trans", "ultra",   "un",    "under"};

bool has_vowel(std::string_view word) {
  return word.find_first_of("aeiouy") != std::string_view::npos;
}

bool has_same_letters(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::is_permutation(left.begin(), left.end(), right.begin());
}

/// “preannounced”, “nonmuslim”: a prefix before a word that stands alone, too.
bool is_formation(const Speller& speller, std::string_view word) {
  return std::any_of(std::begin(prefixes), std::end(prefixes), [&](std::string_view prefix) {
    return word.starts_with(prefix) && word.size() >= prefix.size() + shortest_stem &&
           speller.knows(word.substr(prefix.size()));
  });
}

}  // namespace

bool is_sure_slip(const Speller& speller, std::string_view word,
                  const std::vector<std::string>& meant, std::size_t times) {
  if (meant.empty())
    return false;
  const std::string best = to_lower(meant.front());
  if (const std::size_t space = best.find(' '); space != std::string::npos)
    return std::min(space, best.size() - space - 1) < part_of_compound;
  const std::size_t slips = edit_distance(word, best);
  const std::size_t length = count_code_points(word);
  const bool swapped = slips == 1 && has_same_letters(word, best);
  const bool frequent = is_frequent_word(best);
  if (swapped && (frequent || length > short_word))
    return true;
  if (frequent && slips == 1 && length > shortest_word)
    return length > short_word || (word.front() == best.front() && word.back() == best.back());
  // “int'l”, “prod'n”: the apostrophe stands for letters.
  const bool shortened = word.find('\'') != std::string_view::npos;
  if (times >= times_of_jargon || shortened || length <= short_word || !has_vowel(word) ||
      is_formation(speller, word))
    return false;
  return slips <= 1 ||
         (slips == 2 && length >= (frequent ? frequent_word_for_two_slips : word_for_two_slips));
}

}  // namespace mailcheck
