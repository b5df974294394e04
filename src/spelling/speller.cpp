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
#include "spelling/suggestions.hpp"
#include "spelling/word_case.hpp"
#include "spelling/word_list.hpp"

namespace mailcheck {

namespace {

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

  std::vector<std::string> suggest(std::string_view written, SearchDepth depth) {
    std::string word = with_plain_apostrophes(written);
    if (word.empty() || count_code_points(word) > spelling_word_limit)
      return {};
    auto& suggested = depth == SearchDepth::near ? suggested_near_ : suggested_;
    const auto found = suggested.find(word);
    if (found != suggested.end())
      return found->second;
    std::vector<std::string> answer = find_suggestions(word, depth);
    if (suggested.size() < remembered_words)
      suggested.emplace(word, answer);
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

  std::vector<Dictionary*> loaded_dictionaries() {
    std::vector<Dictionary*> loaded;
    for (std::size_t i = 0; i < names().size(); ++i) {
      if (Dictionary* language = dictionary(i))
        loaded.push_back(language);
    }
    return loaded;
  }

  std::vector<std::string> find_suggestions(std::string word, SearchDepth depth) {
    const bool possessive = is_possessive(word);
    if (possessive)
      word.resize(word.size() - 2);
    const Case written_case = case_of(word);
    if (search_ == nullptr)
      search_ = std::make_unique<SuggestionSearch>(loaded_dictionaries(), embedded_words_);
    std::vector<std::string> words;
    for (Suggestion& suggestion : search_->find(to_lower(word), written_case, depth)) {
      if (words.size() == suggestion_limit)
        break;
      std::string proposal = in_case(written_case, std::move(suggestion.word));
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
  std::unique_ptr<SuggestionSearch> search_;  // Made when the first word needs it.
  std::unordered_map<std::string, bool> known_;
  std::unordered_map<std::string, std::vector<std::string>> suggested_;
  std::unordered_map<std::string, std::vector<std::string>> suggested_near_;
};

Speller::Speller(SpellerOptions options, std::string_view embedded_words)
    : state_(std::make_unique<State>(std::move(options), embedded_words)) {}
Speller::~Speller() = default;

bool Speller::knows(std::string_view word) const {
  return state_->knows(word);
}

std::vector<std::string> Speller::suggest(std::string_view word, SearchDepth depth) const {
  return state_->suggest(word, depth);
}

std::string Speller::problem() const {
  return state_->problem();
}

}  // namespace mailcheck
