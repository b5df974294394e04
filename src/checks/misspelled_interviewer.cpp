#include "checks/misspelled_interviewer.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/name_match.hpp"
#include "text/possessive.hpp"

namespace mailcheck {
namespace {

/// Letters of a word that is judged on its own; shorter ones need a name or a title beside them.
constexpr std::size_t lone_length = 5;

class Search {
 public:
  explicit Search(const Context& context) : context_(context), all_(context.draft.text) {
    const People& people = context.facts.people;
    people_ = people.interviewers;
    if (people.recipients.size() == 1 && people.recipients.front().is_clear)
      people_.push_back(people.recipients.front());
  }

  std::vector<Hit> run() {
    std::vector<Hit> hits;
    if (people_.empty())
      return hits;
    const std::vector<Word>& words = context_.text.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const RegionKind region = words[i].region;
      if (region != RegionKind::body && region != RegionKind::subject)
        continue;
      const std::string_view word = without_possessive(slice(all_, words[i].span));
      if (!is_upper(decode_utf8(word, 0).value))
        continue;
      const std::string_view name = meant_at(i, word);
      const TextSpan span{words[i].span.begin, words[i].span.begin + word.size()};
      if (!name.empty())
        hits.push_back({.place = span,
                        .detail = std::string(name),
                        .repairs = {{.edits = {{span, std::string(name)}}}}});
    }
    return hits;
  }

 private:
  [[nodiscard]] std::string_view meant_at(std::size_t i, std::string_view word) const {
    for (const Person& person : people_) {
      const std::string_view name = misspelled_name(word, person);
      if (name.empty() || belongs_to_somebody(word))
        continue;
      if (has_name_beside(i, person, name) ||
          (count_code_points(word) >= lone_length && !context_.speller.knows(word) &&
           !context_.speller.knows(to_lower(word))))
        return name;
    }
    return {};
  }

  /// Whether the word is right as the name of anybody in the mail.
  [[nodiscard]] bool belongs_to_somebody(std::string_view word) const {
    const People& people = context_.facts.people;
    const auto is_theirs = [&](const Person& person) {
      return match_person(word, person) == NameMatch::same;
    };
    const auto is_it = [&](const std::string& name) { return is_same_name(word, name); };
    return std::any_of(people_.begin(), people_.end(), is_theirs) ||
           std::any_of(people.recipients.begin(), people.recipients.end(), is_theirs) ||
           std::any_of(people.copied.begin(), people.copied.end(), is_theirs) ||
           std::any_of(people.quoted.begin(), people.quoted.end(), is_it) ||
           std::any_of(people.senders.begin(), people.senders.end(), is_it);
  }

  /// “Marisol” or “Dr.” before “Okafer”, “Okafor” behind “Marisoll”.
  [[nodiscard]] bool has_name_beside(std::size_t i, const Person& person,
                                     std::string_view name) const {
    const auto is_other_name = [&](std::size_t at) {
      const std::string_view word = without_possessive(word_at(at));
      return std::any_of(person.words.begin(), person.words.end(), [&](const std::string& other) {
        return other != name && is_same_name(word, other);
      });
    };
    return (i > 0 && is_near(i) && (is_other_name(i - 1) || title_of(word_at(i - 1)))) ||
           (i + 1 < context_.text.words.size() && is_near(i + 1) && is_other_name(i + 1));
  }

  [[nodiscard]] std::string_view word_at(std::size_t i) const {
    return slice(all_, context_.text.words[i].span);
  }

  /// Whether only a space, perhaps with a full stop, stands before the word.
  [[nodiscard]] bool is_near(std::size_t i) const {
    const std::vector<Word>& words = context_.text.words;
    const std::size_t begin = words[i - 1].span.end;
    return begin <= words[i].span.begin && words[i].span.begin - begin <= 2;
  }

  const Context& context_;
  std::string_view all_;
  std::vector<Person> people_;
};

}  // namespace

Result<CheckFunction> make_misspelled_interviewer(const Params&) {
  return CheckFunction([](const Context& context) { return Search(context).run(); });
}

}  // namespace mailcheck
