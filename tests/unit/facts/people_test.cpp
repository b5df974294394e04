#include "facts/people.hpp"

#include <string>

#include <doctest/doctest.h>

#include "facts/nicknames.hpp"

using namespace mailcheck;

namespace {

std::string words_of(std::string_view written) {
  const Person person = read_person(written);
  std::string out(name_of(person.title));
  for (const std::string& word : person.words)
    out.append(out.empty() ? "" : " ").append(word);
  return out + (person.is_clear ? "" : "?");
}

/// The greeted people, “Ms. Okafor|Jun”.
std::string greeted(const std::string& greeting) {
  const Draft draft = parse_draft({"-", greeting + "\n\nThank you for the tour of the mill.\n"});
  std::string out;
  for (const GreetedPerson& person : find_people(draft, analyze(draft), InterviewFacts()).greeted) {
    out.append(out.empty() ? "" : "|").append(slice(std::string_view(draft.text), person.span()));
    out.append(person.title == Title::none ? "" : "*");
  }
  return out;
}

}  // namespace

TEST_CASE("a name is read without titles, degrees and what stands behind it") {
  CHECK(words_of("Marisol Okafor") == "Marisol Okafor");
  CHECK(words_of("Dr. Marisol Okafor") == "Dr. Marisol Okafor");
  CHECK(words_of("Prof. Dr. Marisol Okafor") == "Prof. Marisol Okafor");
  CHECK(words_of("Okafor, Marisol") == "Marisol Okafor");
  CHECK(words_of("Okafor, Dr. Marisol") == "Dr. Marisol Okafor");
  CHECK(words_of("Marisol Okafor, PhD") == "Dr. Marisol Okafor");
  CHECK(words_of("Marisol Okafor, MBA") == "Marisol Okafor");
  CHECK(words_of("Marisol Okafor (Nordlys)") == "Marisol Okafor");
  CHECK(words_of("Marisol Okafor via Jobs") == "Marisol Okafor");
  CHECK(words_of("Jan van der Berg") == "Jan van der Berg");
  CHECK(words_of("田中 太郎").ends_with('?') == false);
}

TEST_CASE("departments, lone names and addresses are no clear names") {
  for (const char* name : {"Nordlys Recruiting", "HR Team", "Marisol", "", "m.okafor@example.org",
                           "marisol okafor", "Desk 4", "Museum of Glass", ",", "(Okafor)", "Dr."})
    CHECK_MESSAGE(words_of(name).ends_with('?'), name);
}

TEST_CASE("a greeting names people, not teams and not slots") {
  CHECK(greeted("Dear Ms. Okafor,") == "Ms. Okafor*");
  CHECK(greeted("Dear Ms. Okafor and Prof. Lee,") == "Ms. Okafor*|Prof. Lee*");
  CHECK(greeted("Hi Dana, Jun and Marisol,") == "Dana|Jun|Marisol");
  CHECK(greeted("Dear Dr. Marisol Okafor:") == "Dr. Marisol Okafor*");
  CHECK(greeted("Good morning Dana and team,") == "Dana");
  for (const char* nobody : {"Dear Hiring Manager,", "Dear Nordlys team,", "Hi there,",
                             "Hello all,", "Dear [Name],", "Dear Sir or Madam,", "Good afternoon,"})
    CHECK_MESSAGE(greeted(nobody).empty(), nobody);
}

TEST_CASE("pet forms stand in one line with their name") {
  CHECK(may_be_one_person("bob", "robert"));
  CHECK(may_be_one_person("саша", "александр"));
  CHECK_FALSE(may_be_one_person("bob", "richard"));
  CHECK_FALSE(may_be_one_person("", ""));
  CHECK_FALSE(may_be_one_person("#", "given"));
}
