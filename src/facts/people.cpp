#include "facts/people.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "facts/name_words.hpp"
#include "facts/names.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Words of a name; more are no name.
constexpr std::size_t most_words = 6;

/// Folded and sorted.
constexpr std::string_view office_words[] = {
    "acquisition",  "admin",       "administration",
    "admissions",   "ag",          "all",
    "applications", "as",          "assistant",
    "associates",   "board",       "candidate",
    "candidates",   "career",      "careers",
    "center",       "centre",      "club",
    "co",           "colleague",   "colleagues",
    "college",      "committee",   "company",
    "consulting",   "contact",     "coordinator",
    "corp",         "corporation", "council",
    "customer",     "department",  "dept",
    "desk",         "director",    "employment",
    "engineering",  "everybody",   "everyone",
    "faculty",      "foundation",  "gmbh",
    "group",        "head",        "hiring",
    "hospital",     "hotel",       "hr",
    "human",        "inc",         "info",
    "institute",    "interview",   "interviewer",
    "interviewers", "job",         "jobs",
    "kindergarten", "lab",         "labs",
    "limited",      "llc",         "ltd",
    "manager",      "members",     "museum",
    "office",       "officer",     "operations",
    "panel",        "partner",     "partners",
    "people",       "personnel",   "plc",
    "principal",    "recruiter",   "recruiters",
    "recruiting",   "recruitment", "representative",
    "resources",    "restaurant",  "sales",
    "school",       "search",      "selection",
    "service",      "services",    "society",
    "specialist",   "staff",       "staffing",
    "studio",       "supervisor",  "support",
    "talent",       "team",        "university",
    "world",
};

bool begins_upper_or_caseless(std::string_view word) {
  const char32_t first = decode_utf8(word, 0).value;
  return is_letter(first) && !is_lower(first);
}

/// “van”, “de la”: parts of a family name in lower case.
bool is_particle(std::string_view word) {
  constexpr std::string_view particles[] = {
      "al", "ap",  "bin", "da", "dal", "de",  "del", "den", "der", "di", "do", "dos", "du",
      "el", "ibn", "la",  "le", "st",  "ten", "ter", "van", "von", "y",  "zu", "zum", "bint"};
  return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

/// Without what stands in brackets or behind a bar, a slash or “via”: “Dana Park (Nordlys)”.
std::string_view name_part(std::string_view written) {
  written = written.substr(0, std::min(written.find_first_of("([{<|/"), written.size()));
  for (const std::string_view rest : {" via ", " - ", " – ", " at ", " @ "})
    written = written.substr(0, std::min(written.find(rest), written.size()));
  return trim(written);
}

/// Adds the words of one part of a name to the person.
void add_part(Person& person, std::string_view part) {
  for (const Range range : word_ranges(part)) {
    const std::string_view word = part.substr(range.begin, range.end - range.begin);
    const std::optional<Title> title = title_of(word);
    if (title && person.words.empty()) {
      person.title = std::max(person.title == Title::other ? Title::none : person.title, *title);
      continue;
    }
    if (is_name_suffix(word) && !person.words.empty()) {
      if (is_doctorate(word) && person.title < Title::doctor)
        person.title = Title::doctor;
      continue;
    }
    person.words.emplace_back(word);
  }
}

bool is_clear_name(const std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() > most_words)
    return false;
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    const bool has_digit = std::any_of(word.begin(), word.end(), is_ascii_digit);
    return !has_digit && !is_office_word(word) &&
           (begins_upper_or_caseless(word) || is_particle(word));
  });
}

Person person_of(const Mailbox& mailbox) {
  Person person = read_person(mailbox.display_name);
  person.mail_name = mailbox.address.substr(0, mailbox.address.find('@'));
  return person;
}

/// Names that are also words of dates.
bool is_name_beside_date(std::string_view key) {
  constexpr std::string_view names[] = {"an",   "april", "august", "jan", "jun",
                                        "june", "le",    "mar",    "may", "sun"};
  return std::find(std::begin(names), std::end(names), key) != std::end(names);
}

/// Takes the names out of a greeting, one after the other.
class GreetingReader {
 public:
  explicit GreetingReader(std::string_view text) : text_(text) {}

  void add(TextSpan span) {
    const std::string_view word = slice(text_, span);
    if (begins_new_name(span))
      finish();
    last_end_ = span.end;
    const std::string key = fold_case(word);
    if (is_opening(key))
      return;
    const std::optional<Title> title = title_of(word);
    if (title && person_.words.empty()) {
      if (person_.title_span.empty())
        person_.title_span = span;
      person_.title = std::max(person_.title, *title);
    } else if (key == "and" || key == "or") {
      finish();
    } else if (is_name_suffix(word) && !person_.words.empty()) {
      return;
    } else {
      is_person_ = is_person_ && (!is_no_name(word) || is_name_beside_date(key)) &&
                   !is_office_word(word) && (begins_upper_or_caseless(word) || is_particle(key));
      person_.words.push_back(span);
    }
  }

  std::vector<GreetedPerson> take() {
    finish();
    return std::move(people_);
  }

 private:
  static bool is_opening(std::string_view key) {
    constexpr std::string_view openings[] = {
        "dear",      "hello",   "hi",        "hey", "good", "morning", "day",
        "afternoon", "evening", "greetings", "to",  "my",   "again"};
    return std::find(std::begin(openings), std::end(openings), key) != std::end(openings);
  }

  /// A comma or a line break separates two people, “&” and “/” too; the full stop of “Dr.” and a
  /// hyphen do not.
  [[nodiscard]] bool begins_new_name(TextSpan span) const {
    if (last_end_ == 0 || last_end_ > span.begin)
      return false;
    const std::string_view gap = slice(text_, TextSpan{last_end_, span.begin});
    return gap.find_first_of(",;&/\n+") != std::string_view::npos;
  }

  void finish() {
    if (is_person_ && !person_.words.empty() && person_.words.size() <= most_words)
      people_.push_back(std::move(person_));
    person_ = {};
    is_person_ = true;
  }

  std::string_view text_;
  GreetedPerson person_;
  bool is_person_ = true;
  std::size_t last_end_ = 0;
  std::vector<GreetedPerson> people_;
};

std::vector<GreetedPerson> find_greeted(const Draft& draft, const Text& text) {
  const Region* greeting = text.region(RegionKind::greeting);
  const std::string_view all = draft.text;
  // A slot of a template is no name, and nothing is certain beside one.
  if (greeting == nullptr ||
      slice(all, greeting->span).find_first_of("[]{}<>_") != std::string_view::npos)
    return {};
  GreetingReader reader(all);
  for (const Word& word : text.words) {
    if (greeting->span.contains(word.span))
      reader.add(word.span);
  }
  return reader.take();
}

}  // namespace

bool is_office_word(std::string_view word) {
  return std::binary_search(std::begin(office_words), std::end(office_words),
                            std::string_view(fold_case(word)));
}

Person read_person(std::string_view written) {
  Person person;
  person.written = std::string(written);
  const std::string_view name = name_part(written);
  const std::size_t comma = name.find(',');
  const std::string_view before = name.substr(0, std::min(comma, name.size()));
  const std::string_view after =
      comma == std::string_view::npos ? std::string_view() : trim(name.substr(comma + 1));
  // “Okafor, Marisol” is turned round, “Marisol Okafor, PhD” is not.
  const std::string_view first_word =
      after.substr(0, std::min(after.find_first_of(" ,"), after.size()));
  if (!after.empty() && !is_name_suffix(first_word)) {
    add_part(person, after);
    add_part(person, before);
  } else {
    add_part(person, before);
    add_part(person, after);
  }
  if (name.find('@') != std::string_view::npos)
    person.words.clear();
  person.is_clear = is_clear_name(person.words);
  return person;
}

People find_people(const Draft& draft, const Text& text, const InterviewFacts& interview) {
  People people;
  for (const Mailbox& mailbox : draft.to)
    people.recipients.push_back(person_of(mailbox));
  for (const Mailbox& mailbox : draft.cc)
    people.copied.push_back(person_of(mailbox));
  for (const std::string& name : interview.interviewers)
    people.interviewers.push_back(read_person(name));
  people.quoted = collect_quoted_names(draft, text);
  people.senders = collect_sender_names(draft, text);
  people.greeted = find_greeted(draft, text);
  return people;
}

}  // namespace mailcheck
