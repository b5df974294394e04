#include "spelling/suggestions.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/frequent_words.hpp"

namespace mailcheck {

namespace {

/// Words of our own lists are proposed when they are this near.
constexpr std::size_t own_word_distance = 1;
/// The most that EditCosts::at_least gives for words one edit apart.
constexpr std::size_t one_edit = 6;
/// Frequent words are proposed up to this cost, about two slips and a half.
constexpr std::size_t frequent_word_cost = 26;
/// What a frequent word is nearer than a rare one, in halves of an edit's cost.
constexpr std::size_t frequent_word_bonus = 16;
/// With a proposal as good as this, the words of the dictionaries are not compared.
constexpr std::size_t good_cost = 24;
/// Words of the dictionaries are proposed up to this cost of their stems.
constexpr std::size_t listed_word_cost = 26;
/// Without one as good as this, words farther off are compared, up to the other cost.
constexpr std::size_t far_cost = 52;
constexpr std::size_t far_word_cost = 38;
/// Letters that must be left of a word when an ending is taken off.
constexpr std::size_t shortest_stem = 3;
constexpr std::string_view endings[] = {"",   "s",   "es",  "d",  "ed",   "ing",
                                        "ly", "ers", "ity", "er", "ness", "ment"};

/// By frequency in English.
constexpr std::string_view letters = "esianrtolcdugmphbyfvkwzxjq'";

/// Spellings that are taken for each other, both ways.
constexpr std::pair<std::string_view, std::string_view> sounds[] = {
    {"ph", "f"},      {"ie", "ei"},     {"ance", "ence"}, {"ant", "ent"},   {"able", "ible"},
    {"tion", "sion"}, {"tion", "cian"}, {"tion", "shun"}, {"sc", "s"},      {"ck", "c"},
    {"ck", "k"},      {"qu", "k"},      {"gh", ""},       {"ou", "u"},      {"ough", "off"},
    {"ee", "ea"},     {"ai", "a"},      {"ize", "ise"},   {"cede", "ceed"}, {"cede", "seed"},
    {"le", "el"},     {"er", "re"},     {"ary", "ery"},   {"ous", "us"},    {"ly", "aly"},
    {"ally", "ly"},   {"eau", "o"},     {"eau", "u"},     {"xc", "x"},      {"xc", "c"},
    {"cq", "q"},      {"cq", "k"},      {"ght", "t"},     {"sch", "sk"},    {"que", "k"},
    {"ible", "able"}, {"y", "ie"},      {"ey", "y"},      {"ea", "i"},      {"wh", "w"},
    {"kn", "n"},      {"mn", "m"},      {"mb", "m"},      {"pn", "n"},      {"ps", "s"},
    {"rh", "r"},      {"wr", "r"},      {"dge", "ge"},    {"tch", "ch"},    {"ss", "c"},
    {"ce", "se"},     {"ci", "si"},     {"ti", "ci"},     {"oo", "u"},      {"au", "a"},
};

// What it costs to believe that `written`, in lower case, was meant as `meant`.
std::size_t cost_of(const std::string& written, const std::string& meant, Case written_case) {
  std::size_t cost = 2 * edit_cost(written, meant);
  if (is_frequent_word(to_lower(meant)))
    cost -= std::min(cost, frequent_word_bonus);
  // “alot”: a missing space is likely only between words that are written all the time.
  const std::size_t space = meant.find_first_of(" -");
  if (space != std::string::npos) {
    const bool both_frequent =
        is_frequent_word(meant.substr(0, space)) && is_frequent_word(meant.substr(space + 1));
    cost = both_frequent ? cost - std::min(cost, frequent_word_bonus) : cost + 30;
  }
  if (written_case == Case::lower && case_of(meant) != Case::lower)
    cost += 12;
  if (is_possessive(meant) && !is_possessive(written))
    cost += 16;
  return cost;
}

/// One search for one word.
class Search {
 public:
  Search(const std::vector<Dictionary*>& dictionaries, const std::string& lower, Case written_case)
      : dictionaries_(dictionaries), lower_(lower), written_case_(written_case) {}

  // The number of the first dictionary that knows a word and lets it be proposed.
  [[nodiscard]] std::optional<std::size_t> rank_of(const std::string& word) const {
    const auto bans = [&](Dictionary* dictionary) {
      return dictionary->stems().is_banned(to_lower(word));
    };
    for (std::size_t i = 0; i < dictionaries_.size(); ++i) {
      if (!dictionaries_[i]->stems().is_plausible(word) || !dictionaries_[i]->knows(word))
        continue;
      if (std::any_of(dictionaries_.begin(), dictionaries_.end(), bans))
        return std::nullopt;
      return i;
    }
    return std::nullopt;
  }

  // A word that is known already to be one; `extra` is added to its cost.
  void add(const std::string& meant, Case as_written, std::size_t extra) {
    if (meant == lower_ || !added_.insert(meant).second)
      return;
    found_.push_back({meant, cost_of(lower_, meant, as_written) + extra});
    best_ = std::min(best_, found_.back().cost);
  }

  // A string that may be a word.
  void try_word(const std::string& word) {
    if (!tried_.insert(word).second)
      return;
    if (const std::optional<std::size_t> rank = rank_of(word))
      add(word, written_case_, 4 * *rank + 2);
    else if (written_case_ != Case::lower && !word.empty())
      try_name(capitalize(word));
  }

  void try_one_slip() {
    for (const std::string& word : all_slips(lower_))
      try_word(word);
    for (const auto& [one, other] : sounds) {
      try_sound(one, other);
      try_sound(other, one);
    }
  }

  // The words of the dictionaries that are near, and inflected forms of those that are near to
  // what is left without an ending: “experances” by way of “experance”.
  void try_listed_words(std::size_t limit) {
    for (const std::string_view ending : endings) {
      if (!lower_.ends_with(ending) || lower_.size() < ending.size() + shortest_stem)
        continue;
      const EditCosts costs(std::string_view(lower_).substr(0, lower_.size() - ending.size()));
      const bool may_be_name = ending.empty() && written_case_ != Case::lower;
      for (Dictionary* dictionary : dictionaries_) {
        for (const std::string& stem :
             dictionary->stems().near(costs, limit, may_be_name ? Names::with : Names::without))
          try_inflected(stem, ending);
      }
    }
  }

  // “alot”: a missing space is likely only between words that are written all the time.
  void try_two_words() {
    for (std::size_t at = 1; at < lower_.size(); ++at) {
      const std::string_view whole = lower_;
      if (is_frequent_word(whole.substr(0, at)) && is_frequent_word(whole.substr(at)))
        add(std::string(lower_).insert(at, 1, ' '), written_case_, 0);
    }
  }

  [[nodiscard]] std::size_t best() const { return best_; }

  std::vector<Suggestion> take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.cost < b.cost; });
    return std::move(found_);
  }

 private:
  void try_name(const std::string& name) {
    if (const std::optional<std::size_t> rank = rank_of(name))
      add(name, written_case_, 4 * *rank + 2);
  }

  void try_inflected(const std::string& stem, std::string_view ending) {
    try_word(stem + std::string(ending));
    if (ending.empty())
      return;
    const std::string shorter = stem.substr(0, stem.size() - 1);
    if (stem.ends_with('e'))
      try_word(shorter + std::string(ending));
    else if (stem.ends_with('y'))
      try_word(shorter + "i" + std::string(ending));
  }

  void try_sound(std::string_view written, std::string_view meant) {
    if (written.empty())
      return;
    for (std::size_t at = lower_.find(written); at != std::string::npos;
         at = lower_.find(written, at + 1))
      try_word(std::string(lower_).replace(at, written.size(), meant));
  }

  // In the order in which equally near words are to be proposed: slips at the end of a word and
  // those with frequent letters are the likelier ones.
  static std::vector<std::string> all_slips(const std::string& word) {
    const auto length_at = [&](std::size_t at) {
      return at < word.size() ? decode_utf8(word, at).length : 0;
    };
    std::vector<std::size_t> starts;  // Of code points: half of one is no letter.
    for (std::size_t at = 0; at < word.size(); at += length_at(at))
      starts.push_back(at);
    std::vector<std::string> out;
    for (std::size_t i = starts.size(); i-- > 0;) {
      const std::size_t at = starts[i];
      const std::size_t length = length_at(at);
      const std::string letter = word.substr(at, length);
      const std::string next = word.substr(at + length, length_at(at + length));
      if (!next.empty() && letter != next)
        out.push_back(std::string(word).replace(at, length + next.size(), next + letter));
      out.push_back(std::string(word).erase(at, length));
    }
    starts.push_back(word.size());
    for (const char letter : letters) {
      for (std::size_t i = starts.size(); i-- > 0;) {
        const std::size_t at = starts[i];
        out.push_back(std::string(word).insert(at, 1, letter));
        if (at < word.size() && word[at] != letter)
          out.push_back(std::string(word).replace(at, length_at(at), 1, letter));
      }
    }
    return out;
  }

  const std::vector<Dictionary*>& dictionaries_;
  const std::string& lower_;
  Case written_case_;
  std::vector<Suggestion> found_;
  std::unordered_set<std::string> added_;
  std::unordered_set<std::string> tried_;
  std::size_t best_ = 1000;
};

}  // namespace

SuggestionSearch::SuggestionSearch(std::vector<Dictionary*> dictionaries,
                                   std::string_view own_words)
    : dictionaries_(std::move(dictionaries)) {
  for (const std::string_view word : frequent_words())
    frequent_.push_back({std::string(word), FoldedWord(word)});
  while (!own_words.empty()) {
    const std::size_t end = std::min(own_words.find('\n'), own_words.size());
    const std::string_view word = own_words.substr(0, end);
    own_.push_back({std::string(word), FoldedWord(word)});
    own_words.remove_prefix(std::min(end + 1, own_words.size()));
  }
}

std::vector<Suggestion> SuggestionSearch::find(const std::string& lower, Case written_case,
                                               SearchDepth depth) {
  // No English word is near one in another script.
  if (FoldedWord(lower).present == 0)
    return {};
  Search search(dictionaries_, lower, written_case);
  EditCosts costs(lower);
  for (const ReadyWord& frequent : frequent_) {
    if (costs.to(frequent.folded, frequent_word_cost) > frequent_word_cost)
      continue;
    // British and American forms stand side by side in that list.
    if (search.rank_of(frequent.word))
      search.add(frequent.word, written_case, 1);
    else if (search.rank_of(capitalize(frequent.word)))
      search.add(capitalize(frequent.word), Case::capitalized, 1);
  }
  search.try_one_slip();
  search.try_two_words();
  for (const ReadyWord& own : own_) {
    if (costs.at_least(own.folded.present) > one_edit)
      continue;  // Nearly all: the rest takes long.
    // A name in place of a common word would only be in the way of the better proposals.
    const bool fits = written_case != Case::lower || case_of(own.word) == Case::lower;
    if (fits && edit_distance(lower, own.word) <= own_word_distance)
      search.add(own.word, written_case, 6);
  }
  if (depth == SearchDepth::near)
    return search.take();
  if (search.best() > good_cost)
    search.try_listed_words(listed_word_cost);
  if (search.best() > far_cost)
    search.try_listed_words(far_word_cost);
  return search.take();
}

}  // namespace mailcheck
