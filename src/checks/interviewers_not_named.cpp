#include "checks/interviewers_not_named.hpp"

#include <algorithm>
#include <string>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/name_match.hpp"
#include "checks/own_text.hpp"
#include "checks/place.hpp"
#include "text/possessive.hpp"

namespace mailcheck {
namespace {

bool names_somebody(const Context& context) {
  const std::vector<Person>& people = context.facts.people.interviewers;
  return std::any_of(context.text.words.begin(), context.text.words.end(), [&](const Word& word) {
    if (!is_own(word.region) && word.region != RegionKind::subject)
      return false;
    const std::string_view written =
        without_possessive(slice(std::string_view(context.draft.text), word.span));
    // “I” is no initial.
    if (count_code_points(written) < 2 || !is_upper(decode_utf8(written, 0).value))
      return false;
    return std::any_of(people.begin(), people.end(), [&](const Person& person) {
      return match_person(written, person) >= NameMatch::misspelled;
    });
  });
}

std::vector<Hit> run(const Context& context) {
  const std::vector<Person>& people = context.facts.people.interviewers;
  if (people.size() < 2 || !looks_like_whole_mail(context) || names_somebody(context))
    return {};
  std::string names;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::string_view separator = i + 1 < people.size() ? ", " : " and ";
    names.append(i == 0 ? "" : separator).append(people[i].written);
  }
  return {{.place = span_of(Place::first_paragraph, context), .detail = std::move(names)}};
}

}  // namespace

Result<CheckFunction> make_interviewers_not_named(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
