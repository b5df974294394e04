#include "checks/greeting_title.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/plain_letters.hpp"
#include "checks/name_match.hpp"

namespace mailcheck {
namespace {

/// Family names of languages that write them first: “Kim Min-jun” is Mr. Kim.
constexpr std::string_view first_family_names[] = {
    "bae",  "chan",  "chen",  "cheng", "cho",   "choi", "chung", "han",    "he",   "hong",
    "hu",   "huang", "hwang", "jang",  "jeong", "jung", "kang",  "kim",    "kwon", "lee",
    "le",   "li",    "lim",   "lin",   "liu",   "ma",   "ng",    "nguyen", "oh",   "park",
    "pham", "seo",   "shin",  "song",  "sun",   "tan",  "tran",  "wang",   "wong", "wu",
    "xu",   "yang",  "yoon",  "zhang", "zhao",  "zhou", "zhu"};

bool is_family_name_first(std::string_view word) {
  return std::find(std::begin(first_family_names), std::end(first_family_names),
                   plain_letters(word)) != std::end(first_family_names);
}

bool holds_name(const Person& person, std::string_view word) {
  return std::any_of(person.words.begin(), person.words.end(),
                     [&](const std::string& name) { return is_same_name(word, name); });
}

/// Whether all names of the one are names of the other.
bool may_be_same(const Person& person, const Person& other) {
  return std::all_of(person.words.begin(), person.words.end(),
                     [&](const std::string& name) {
                       return match_person(name, other) == NameMatch::same;
                     }) ||
         std::all_of(other.words.begin(), other.words.end(), [&](const std::string& name) {
           return match_person(name, person) == NameMatch::same;
         });
}

/// Those who may be greeted by these words: the recipient and, where it is the same person or the
/// recipient is not known, the interviewers.
std::vector<const Person*> candidates(const Context& context, const GreetedPerson& greeted) {
  const People& people = context.facts.people;
  const std::string_view all = context.draft.text;
  const auto has_all = [&](const Person& person) {
    return std::all_of(greeted.words.begin(), greeted.words.end(),
                       [&](TextSpan span) { return holds_name(person, slice(all, span)); });
  };
  std::vector<const Person*> found;
  for (const Person& person : people.recipients) {
    if (has_all(person))
      found.push_back(&person);
  }
  const std::size_t recipients = found.size();
  for (const Person& person : people.interviewers) {
    if (has_all(person) && (recipients == 0 || may_be_same(person, *found.front())))
      found.push_back(&person);
  }
  return found;
}

/// The highest title that anybody gives these people; none when they are at odds.
Title title_of(const std::vector<const Person*>& people) {
  Title title = Title::none;
  for (const Person* person : people) {
    const bool is_known = person->title != Title::none && person->title != Title::other;
    if (is_known && title != Title::none && title != person->title)
      return Title::none;
    if (is_known)
      title = person->title;
  }
  return title;
}

/// A doctor is not Mr. or Ms.; nor is a Ms. a Mr. A title that is more than the known one, or that
/// is left open, is not judged.
bool contradicts(Title greeted, Title known) {
  const bool is_plain = greeted == Title::mister || greeted == Title::miss;
  switch (known) {
    case Title::doctor:
    case Title::professor:
      return is_plain || greeted == Title::neutral;
    case Title::mister:
    case Title::miss:
    case Title::neutral:
      return is_plain && greeted != known;
    case Title::none:
    case Title::other:
      break;
  }
  return false;
}

std::vector<Hit> run_title(const Context& context) {
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  for (const GreetedPerson& greeted : context.facts.people.greeted) {
    if (greeted.title_span.empty())
      continue;
    const Title known = title_of(candidates(context, greeted));
    if (!contradicts(greeted.title, known))
      continue;
    const std::string title(name_of(known));
    const bool has_stop = all.substr(greeted.title_span.end).starts_with('.');
    std::string written = title;
    if (has_stop || known != Title::professor)
      written.pop_back();  // the full stop stays, or British style has none
    else
      written = "Professor";
    hits.push_back({.place = greeted.title_span,
                    .detail = title,
                    .repairs = {{.edits = {{greeted.title_span, written}}}}});
  }
  return hits;
}

bool is_given_name(const Person& person, std::string_view word) {
  return person.is_clear && match_name(word, person.words.front()) == NameMatch::same &&
         !is_same_name(word, person.words.back()) && !is_family_name_first(word);
}

std::vector<Hit> run_first_name(const Context& context, const std::vector<std::string>& names) {
  const People& people = context.facts.people;
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  for (const GreetedPerson& greeted : people.greeted) {
    if (greeted.title_span.empty() || greeted.words.size() != 1 || greeted.title == Title::other)
      continue;
    const std::string_view word = slice(all, greeted.words.front());
    std::vector<Person> known = people.recipients;
    known.insert(known.end(), people.interviewers.begin(), people.interviewers.end());
    const auto is_family_name = [&](const Person& person) {
      return !person.words.empty() && is_same_name(word, person.words.back());
    };
    if (std::any_of(known.begin(), known.end(), is_family_name))
      continue;
    const auto person = std::find_if(known.begin(), known.end(), [&](const Person& candidate) {
      return is_given_name(candidate, word);
    });
    const bool is_listed =
        std::find(names.begin(), names.end(), plain_letters(word)) != names.end();
    if (person == known.end() && !is_listed)
      continue;
    Hit hit{.place = greeted.span()};
    if (person != known.end() && person->words.size() == 2)
      hit.repairs = {{.edits = {{greeted.words.front(), person->words.back()}}}};
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_wrong_title(const Params&) {
  return CheckFunction(run_title);
}

Result<CheckFunction> make_title_with_first_name(const Params& params) {
  Result<std::vector<std::string>> names = params.list("names");
  if (!names)
    return std::move(names).error();
  return CheckFunction(
      [list = *std::move(names)](const Context& context) { return run_first_name(context, list); });
}

}  // namespace mailcheck
