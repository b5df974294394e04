#include "checks/wrong_recipient.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/plain_letters.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/name_match.hpp"

namespace mailcheck {
namespace {

enum class Against { recipients, interviewers };

class Judge {
 public:
  explicit Judge(const Context& context)
      : all_(context.draft.text), facts_(context.facts), speller_(context.speller) {}

  [[nodiscard]] bool fits(const GreetedPerson& greeted, const std::vector<Person>& people) const {
    return std::any_of(people.begin(), people.end(), [&](const Person& person) {
      return any_word(greeted, [&](std::string_view word) {
        return match_person(word, person) != NameMatch::other;
      });
    });
  }

  [[nodiscard]] bool is_quoted(const GreetedPerson& greeted) const {
    return any_word(greeted, [&](std::string_view word) {
      return std::any_of(
          facts_.people.quoted.begin(), facts_.people.quoted.end(),
          [&](const std::string& name) { return match_name(word, name) != NameMatch::other; });
    });
  }

  /// “Dear Neighbour,” and “Dear Nordlys,” name nobody.
  [[nodiscard]] bool is_name(const GreetedPerson& greeted) const {
    const std::string company = plain_letters(facts_.interview.company);
    for (const TextSpan span : greeted.words) {
      const std::string_view word = slice(all_, span);
      const std::string plain = plain_letters(word);
      if (count_code_points(word) < 2 || company.find(plain) != std::string::npos)
        return false;
    }
    if (greeted.title != Title::none || greeted.words.size() > 1)
      return true;
    const std::string_view word = slice(all_, greeted.words.front());
    return is_listed_name(word) || !speller_.knows(to_lower(word));
  }

 private:
  template <class Test>
  [[nodiscard]] bool any_word(const GreetedPerson& greeted, Test test) const {
    return std::any_of(greeted.words.begin(), greeted.words.end(),
                       [&](TextSpan span) { return test(slice(all_, span)); });
  }

  std::string_view all_;
  const Facts& facts_;
  const Speller& speller_;
};

bool are_clear(const std::vector<Person>& people) {
  return !people.empty() && std::all_of(people.begin(), people.end(),
                                        [](const Person& person) { return person.is_clear; });
}

std::string names_of(const std::vector<Person>& people) {
  std::string names;
  for (const Person& person : people)
    names += (names.empty() ? "" : ", ") + person.written;
  return names;
}

/// The given name in place of a lone first name; with a title nobody but the writer can tell.
std::vector<Repair> repairs_of(const GreetedPerson& greeted, const std::vector<Person>& people) {
  if (people.size() != 1 || greeted.title != Title::none || greeted.words.size() != 1)
    return {};
  return {{.edits = {{greeted.words.front(), people.front().words.front()}}}};
}

std::vector<Hit> run(const Context& context, Against against) {
  const People& people = context.facts.people;
  const bool by_recipients = against == Against::recipients;
  const std::vector<Person>& wanted = by_recipients ? people.recipients : people.interviewers;
  const bool any_clear = std::any_of(people.recipients.begin(), people.recipients.end(),
                                     [](const Person& person) { return person.is_clear; });
  if (!are_clear(wanted) || (!by_recipients && any_clear))
    return {};
  const Judge judge(context);
  std::vector<Hit> hits;
  for (const GreetedPerson& greeted : people.greeted) {
    if (judge.fits(greeted, wanted) || judge.fits(greeted, people.recipients) ||
        judge.fits(greeted, people.copied) || judge.is_quoted(greeted) || !judge.is_name(greeted))
      continue;
    hits.push_back(
        {.place = greeted.span(),
         .detail = names_of(wanted),
         .repairs = by_recipients ? repairs_of(greeted, wanted) : std::vector<Repair>()});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_wrong_recipient(const Params& params) {
  const Result<std::string> name = params.text("against", "recipients");
  if (!name)
    return name.error();
  if (*name != "recipients" && *name != "interviewers")
    return params.error_at("against", "“against” must be recipients or interviewers");
  const Against against = *name == "recipients" ? Against::recipients : Against::interviewers;
  return CheckFunction([against](const Context& context) { return run(context, against); });
}

}  // namespace mailcheck
