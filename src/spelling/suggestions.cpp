#include "spelling/suggestions.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "spelling/capitals.hpp"
#include "spelling/edit_cost.hpp"
#include "spelling/edit_weights.hpp"

namespace mailcheck {

namespace {

/// Some proposals are the same in the case in which the word was written.
constexpr std::size_t kept_candidates = suggestion_limit + 3;
/// Nobody recognises a word that is farther off than this.
constexpr std::size_t cost_limit = 640;
/// Proposals that cost so much more than the best one would not be read.
constexpr std::size_t cost_span = 160;
/// What most misspelt words cost at most, as what was meant: looking for that first is quick, and
/// then it is known how much others may cost.
constexpr std::size_t usual_cost = 150;
constexpr FrequencyClass usual_rarest = 3;
/// With `SearchDepth::near`: two slips in a frequent word.
constexpr std::size_t near_cost_limit = 240;
constexpr FrequencyClass near_rarest = 2;
/// A missing space, and one in words that are taken for one.
constexpr std::size_t missing_space = 160;
constexpr std::size_t joined_often = 25;
/// 's is seldom left out together with its apostrophe; there is a rule of its own for that.
constexpr std::size_t missing_possessive = 80;
/// One spelling of a sound for another one.
constexpr std::size_t other_spelling = 70;
constexpr std::size_t shortest_sound_word = 4;

/// Pairs that many people write as one word.
constexpr std::string_view joined_words[] = {
    "a bit",       "a few",      "a lot",    "a while",    "all right",   "any more",
    "as well",     "at all",     "at least", "each other", "even though", "ever since",
    "high school", "in case",    "in fact",  "in front",   "in order",    "in spite",
    "in touch",    "never mind", "no one",   "of course",  "so far",      "so much",
    "such as",     "thank you",  "up to",    "with regard"};

/// Spellings that are taken for each other, both ways.
constexpr std::pair<std::string_view, std::string_view> sounds[] = {
    {"ph", "f"},      {"ie", "ei"},     {"ance", "ence"}, {"ant", "ent"}, {"able", "ible"},
    {"tion", "sion"}, {"tion", "cian"}, {"tion", "shun"}, {"sc", "s"},    {"ck", "c"},
    {"ck", "k"},      {"qu", "k"},      {"gh", ""},       {"ou", "u"},    {"ough", "off"},
    {"ee", "ea"},     {"ee", "ie"},     {"ea", "ie"},     {"ee", "ei"},   {"ai", "a"},
    {"ize", "ise"},   {"cede", "ceed"}, {"cede", "seed"}, {"le", "el"},   {"er", "re"},
    {"ary", "ery"},   {"ous", "us"},    {"ly", "aly"},    {"ally", "ly"}, {"eau", "o"},
    {"eau", "u"},     {"xc", "x"},      {"xc", "c"},      {"cq", "q"},    {"cq", "k"},
    {"ght", "t"},     {"sch", "sk"},    {"que", "k"},     {"y", "ie"},    {"ey", "y"},
    {"ea", "i"},      {"wh", "w"},      {"kn", "n"},      {"mn", "m"},    {"mb", "m"},
    {"pn", "n"},      {"ps", "s"},      {"rh", "r"},      {"wr", "r"},    {"dge", "ge"},
    {"tch", "ch"},    {"ss", "c"},      {"ce", "se"},     {"ci", "si"},   {"ti", "ci"},
    {"oo", "u"},      {"au", "a"},
};

/// One search for one word.
class Search {
 public:
  Search(const Lexicon& lexicon, std::uint8_t languages, const std::string& lower,
         Case written_case, BestCandidates& best)
      : lexicon_(lexicon),
        languages_(languages),
        lower_(lower),
        may_be_name_(written_case != Case::lower),
        best_(best) {}

  void scan_forms(FrequencyClass rarest) {
    scan(lexicon_, lower_, {languages_, may_be_name_, rarest}, best_);
  }

  void try_sounds() {
    if (lower_.size() < shortest_sound_word)
      return;
    for (const auto& [one, other] : sounds) {
      try_sound(one, other);
      try_sound(other, one);
    }
  }

  // “thats”: the form with 's stands in the lexicon as a flag of the one without it.
  void try_possessive() {
    if (!lower_.ends_with('s'))
      return;
    const std::string_view base = std::string_view(lower_).substr(0, lower_.size() - 1);
    const FormFlags flags = lexicon_.find(base);
    if ((flags.possessives() & languages_) != 0 && !flags.is_unwanted())
      best_.add({std::string(base) + "'s", slip::apostrophe, rarity_of(flags.frequency()),
                 missing_possessive});
  }

  void try_two_words() {
    for (std::size_t at = 1; at < lower_.size(); ++at) {
      const std::string_view first = std::string_view(lower_).substr(0, at);
      const std::string_view second = std::string_view(lower_).substr(at);
      const std::string both = std::string(first) + ' ' + std::string(second);
      if (std::find(std::begin(joined_words), std::end(joined_words), both) !=
          std::end(joined_words))
        best_.add({both, joined_often, 0, 0});
      const std::optional<FrequencyClass> rarity = rarer_of(first, second);
      if (rarity)
        best_.add({both, missing_space, 2 * rarity_of(*rarity), 0});
    }
  }

  void try_own(const std::vector<std::string>& words) {
    EditCosts costs(lower_);
    for (const std::string& word : words) {
      const std::size_t edits = costs.to(word, best_.limit());
      if (edits <= best_.limit() && edit_distance(lower_, word) <= 2)
        best_.add({word, edits, rarity_of(own_frequency), 0});
    }
  }

 private:
  static constexpr FrequencyClass own_frequency = 3;
  static constexpr FrequencyClass rarest_joined = 1;

  /// How rare the rarer of two words is, if both are frequent words of the language.
  [[nodiscard]] std::optional<FrequencyClass> rarer_of(std::string_view first,
                                                       std::string_view second) const {
    FrequencyClass rarity = 0;
    for (const std::string_view word : {first, second}) {
      const FormFlags flags = lexicon_.find(word);
      const bool is_letter = word.size() == 1 && word != "a" && word != "i";
      if ((flags.languages() & languages_) == 0 || flags.is_unwanted() || is_letter)
        return std::nullopt;
      rarity = std::max(rarity, flags.frequency());
    }
    return rarity <= rarest_joined ? std::optional(rarity) : std::nullopt;
  }

  void try_sound(std::string_view written, std::string_view meant) {
    if (written.empty())
      return;
    for (std::size_t at = lower_.find(written); at != std::string::npos;
         at = lower_.find(written, at + 1)) {
      const std::string word = std::string(lower_).replace(at, written.size(), meant);
      const FormFlags flags = lexicon_.find(word);
      const bool is_known = (flags.languages() & languages_) != 0 || flags.is_own();
      if (is_known && !flags.is_unwanted())
        best_.add({word, other_spelling, rarity_of(flags.frequency()), 0});
    }
  }

  const Lexicon& lexicon_;
  std::uint8_t languages_;
  const std::string& lower_;
  bool may_be_name_;
  BestCandidates& best_;
};

}  // namespace

std::vector<Candidate> SuggestionSearch::find(const std::string& lower, Case written_case,
                                              SearchDepth depth) const {
  // No English word is near one in another script.
  if (letters_of(lower) == 0)
    return {};
  if (depth == SearchDepth::near) {
    BestCandidates best(kept_candidates, near_cost_limit, cost_span);
    Search(lexicon_, languages_, lower, written_case, best).scan_forms(near_rarest);
    return best.take();
  }
  const std::vector<Candidate> usual = find_within(usual_cost, usual_rarest, lower, written_case);
  const std::size_t limit = usual.empty() ? cost_limit : usual.front().cost() + cost_span;
  return find_within(limit, frequency_classes - 1, lower, written_case);
}

std::vector<Candidate> SuggestionSearch::find_within(std::size_t limit, FrequencyClass rarest,
                                                     const std::string& lower,
                                                     Case written_case) const {
  BestCandidates best(kept_candidates, limit, cost_span);
  Search search(lexicon_, languages_, lower, written_case, best);
  search.try_two_words();
  search.try_possessive();
  search.try_sounds();
  search.try_own(own_words_);
  search.scan_forms(rarest);
  return best.take();
}

}  // namespace mailcheck
