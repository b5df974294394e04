#include "checks/greeting_name.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "checks/name_match.hpp"

namespace mailcheck {
namespace {

bool is_right(std::string_view word, const People& people) {
  const auto is_theirs = [&](const Person& person) {
    return match_person(word, person) == NameMatch::same;
  };
  return std::any_of(people.recipients.begin(), people.recipients.end(), is_theirs) ||
         std::any_of(people.copied.begin(), people.copied.end(), is_theirs) ||
         std::any_of(people.interviewers.begin(), people.interviewers.end(), is_theirs) ||
         std::any_of(people.quoted.begin(), people.quoted.end(),
                     [&](const std::string& name) { return is_same_name(word, name); });
}

std::string_view meant_by(std::string_view word, const People& people) {
  if (people.recipients.size() == 1) {
    const std::string_view name = misspelled_name(word, people.recipients.front());
    if (!name.empty())
      return name;
  }
  for (const Person& interviewer : people.interviewers) {
    const std::string_view name = misspelled_name(word, interviewer);
    if (!name.empty())
      return name;
  }
  return {};
}

std::vector<Hit> run(const Context& context) {
  const People& people = context.facts.people;
  std::vector<Hit> hits;
  for (const GreetedPerson& greeted : people.greeted) {
    for (const TextSpan span : greeted.words) {
      const std::string_view word = slice(std::string_view(context.draft.text), span);
      if (is_right(word, people))
        continue;
      const std::string name(meant_by(word, people));
      if (!name.empty())
        hits.push_back({.place = span, .detail = name, .repairs = {{.edits = {{span, name}}}}});
    }
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_greeting_name(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
