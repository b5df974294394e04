#include "spelling/speller.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "spelling/dictionary.hpp"
#include "spelling/edit_cost.hpp"
#include "spelling/frequent_words.hpp"
#include "spelling/word_list.hpp"

namespace mailcheck {

namespace {

/// Words of our own lists are proposed when they are this near.
constexpr std::size_t own_word_distance = 1;
/// Frequent words are proposed up to this cost, about two slips and a half.
constexpr std::size_t frequent_word_cost = 26;
/// What a frequent word is nearer than a rare one, in halves of an edit's cost.
constexpr std::size_t frequent_word_bonus = 16;
/// With a proposal as good as this the second dictionary is not asked, which would double the time.
constexpr std::size_t good_cost = 15;
constexpr std::size_t remembered_words = 10'000;

/// `word` with ' for every apostrophe and without those around it.
std::string with_plain_apostrophes(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    if (point.value == U'’' || point.value == U'‘' || point.value == U'ʼ')
      out += '\'';
    else
      out.append(word.substr(at, point.length));
    at += point.length;
  }
  while (out.ends_with('\''))
    out.pop_back();
  out.erase(0, std::min(out.find_first_not_of('\''), out.size()));
  return out;
}

bool is_possessive(std::string_view word) {
  return word.size() > 3 && (word.ends_with("'s") || word.ends_with("'S"));
}

enum class Case { lower, capitalized, upper, mixed };

Case case_of(std::string_view word) {
  std::size_t upper = 0;
  std::size_t letters = 0;
  bool first_is_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    if (is_letter(point.value)) {
      first_is_upper = first_is_upper || (letters == 0 && is_upper(point.value));
      upper += is_upper(point.value) ? 1U : 0U;
      ++letters;
    }
    at += point.length;
  }
  if (upper == 0)
    return Case::lower;
  if (upper == 1 && first_is_upper)
    return Case::capitalized;
  return upper == letters ? Case::upper : Case::mixed;
}

std::string to_upper(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = decode_utf8(text, at).length;
    out += capitalize(text.substr(at, length));
    at += length;
  }
  return out;
}

std::string in_case(Case wanted, std::string word) {
  switch (wanted) {
    case Case::capitalized:
      return capitalize(word);
    case Case::upper:
      return to_upper(word);
    case Case::lower:
    case Case::mixed:
      break;
  }
  return word;
}

struct Candidate {
  std::string word;
  std::size_t cost;
};

/// What it costs to believe that `written`, in lower case, was meant as `meant`.
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

}  // namespace

class Speller::State {
 public:
  State(SpellerOptions options, std::string_view embedded_words)
      : options_(std::move(options)), embedded_words_(embedded_words) {
    for (const std::string& word : options_.words)
      own_words_.insert(fold_case(with_plain_apostrophes(word)));
  }

  bool knows(std::string_view written) {
    const std::string word = with_plain_apostrophes(written);
    if (word.empty() || count_code_points(word) > spelling_word_limit)
      return true;
    const auto found = known_.find(word);
    if (found != known_.end())
      return found->second;
    const bool answer =
        look_up(word) || (is_possessive(word) && look_up(word.substr(0, word.size() - 2)));
    if (known_.size() < remembered_words)
      known_.emplace(word, answer);
    return answer;
  }

  std::vector<std::string> suggest(std::string_view written) {
    std::string word = with_plain_apostrophes(written);
    if (word.empty() || count_code_points(word) > spelling_word_limit)
      return {};
    const auto found = suggested_.find(word);
    if (found != suggested_.end())
      return found->second;
    std::vector<std::string> answer = find_suggestions(word);
    if (suggested_.size() < remembered_words)
      suggested_.emplace(word, answer);
    return answer;
  }

  std::string problem() const {
    if (!unanswered_)
      return {};
    return "spelling was not checked: there is no Hunspell dictionary “" + names().front() + "”";
  }

 private:
  std::vector<std::string> names() const {
    switch (options_.language) {
      case Language::en_us:
        return {"en_US"};
      case Language::en_gb:
        return {"en_GB"};
      case Language::any_english:
        break;
    }
    return {"en_US", "en_GB"};
  }

  /// The dictionary number `index` of `names()`, loaded when first asked for; nullptr: none.
  Dictionary* dictionary(std::size_t index) {
    const auto found = dictionaries_.find(index);
    if (found != dictionaries_.end())
      return found->second.get();
    const std::string path = Dictionary::find(options_.dictionary_folders, names().at(index));
    std::unique_ptr<Dictionary> loaded = path.empty() ? nullptr : Dictionary::load(path);
    return dictionaries_.emplace(index, std::move(loaded)).first->second.get();
  }

  bool is_own(const std::string& word) const {
    if (own_words_.contains(fold_case(word)))
      return true;
    // A word in lower case is right in any, a name in capitals too; “iOS” only as it is.
    if (contains_word(embedded_words_, word) || contains_word(embedded_words_, to_lower(word)))
      return true;
    return case_of(word) == Case::upper &&
           contains_word(embedded_words_, capitalize(to_lower(word)));
  }

  bool look_up(const std::string& word) {
    if (is_own(word))
      return true;
    bool any = false;
    for (std::size_t i = 0; i < names().size(); ++i) {
      Dictionary* language = dictionary(i);
      any = any || language != nullptr;
      if (language != nullptr && language->knows(word))
        return true;
    }
    unanswered_ |= !any;
    return !any;
  }

  void add(std::vector<Candidate>& candidates, const std::string& written, Case written_case,
           const std::string& meant, std::size_t extra) const {
    const auto same = [&meant](const Candidate& other) { return other.word == meant; };
    if (meant != written && std::none_of(candidates.begin(), candidates.end(), same))
      candidates.push_back({meant, cost_of(written, meant, written_case) + extra});
  }

  void add_frequent_words(std::vector<Candidate>& candidates, const std::string& lower,
                          Case written_case) {
    for (const std::string_view frequent : frequent_words()) {
      if (edit_cost(lower, frequent) > frequent_word_cost)
        continue;
      // British and American forms stand side by side in that list.
      const std::string word(frequent);
      if (look_up(word))
        add(candidates, lower, written_case, word, 4);
      else if (look_up(capitalize(word)))
        add(candidates, lower, Case::capitalized, capitalize(word), 4);
    }
  }

  void add_own_words(std::vector<Candidate>& candidates, const std::string& lower,
                     Case written_case) const {
    std::string_view rest = embedded_words_;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view own = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const bool near_in_size = own.size() <= lower.size() + own_word_distance &&
                                lower.size() <= own.size() + own_word_distance;
      // A name in place of a common word would only be in the way of the better proposals.
      const bool fits = written_case != Case::lower || case_of(own) == Case::lower;
      if (near_in_size && fits && edit_distance(lower, own) <= own_word_distance)
        add(candidates, lower, written_case, std::string(own), 6);
    }
  }

  std::vector<std::string> find_suggestions(std::string word) {
    const bool possessive = is_possessive(word);
    if (possessive)
      word.resize(word.size() - 2);
    const Case written_case = case_of(word);
    const std::string lower = to_lower(word);
    std::vector<Candidate> candidates;
    add_frequent_words(candidates, lower, written_case);
    for (std::size_t i = 0; i < names().size(); ++i) {
      Dictionary* language = dictionary(i);
      const auto is_good = [](const Candidate& candidate) { return candidate.cost <= good_cost; };
      const bool enough = i > 0 && std::any_of(candidates.begin(), candidates.end(), is_good);
      if (language == nullptr || enough)
        continue;
      // Hunspell's order is worth a little: it knows pairs such as f and ph.
      std::size_t rank = 0;
      for (const std::string& found : language->suggest(lower))
        add(candidates, lower, written_case, found, std::min<std::size_t>(rank++, 8) + 4 * i);
    }
    add_own_words(candidates, lower, written_case);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    std::vector<std::string> words;
    for (Candidate& candidate : candidates) {
      if (words.size() == suggestion_limit)
        break;
      std::string proposal = in_case(written_case, std::move(candidate.word));
      proposal += possessive ? "'s" : "";
      if (std::find(words.begin(), words.end(), proposal) == words.end())
        words.push_back(std::move(proposal));
    }
    return words;
  }

  SpellerOptions options_;
  bool unanswered_ = false;          // a word was asked for and no dictionary was there
  std::string_view embedded_words_;  ///< Of the caller, who keeps it.
  std::set<std::string, std::less<>> own_words_;
  std::map<std::size_t, std::unique_ptr<Dictionary>> dictionaries_;
  std::unordered_map<std::string, bool> known_;
  std::unordered_map<std::string, std::vector<std::string>> suggested_;
};

Speller::Speller(SpellerOptions options, std::string_view embedded_words)
    : state_(std::make_unique<State>(std::move(options), embedded_words)) {}
Speller::~Speller() = default;

bool Speller::knows(std::string_view word) const {
  return state_->knows(word);
}

std::vector<std::string> Speller::suggest(std::string_view word) const {
  return state_->suggest(word);
}

std::string Speller::problem() const {
  return state_->problem();
}

}  // namespace mailcheck
