#include <string>

#include <doctest/doctest.h>

#include "checks/derived.hpp"
#include "checks/greeting_name.hpp"
#include "checks/missing.hpp"
#include "checks/note.hpp"
#include "checks/own_text.hpp"
#include "checks/pattern_text.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

std::string part_marked(const char* part, const std::string& text) {
  Params params;
  params.set("part", std::string(part));
  return run_check(make_missing_part, text, params).marked;
}

std::string greeted(const std::string& to, const std::string& name) {
  const std::string text =
      "To: " + to + "\nSubject: Interview\n\nDear " + name + ",\n\nThank you.\n";
  const std::string marked = run_check(make_greeting_name, text).marked;
  const std::size_t begin = marked.find("Dear ") + 5;
  return marked.substr(begin, marked.find(",\n", begin) - begin);
}

}  // namespace

TEST_CASE("parts are missing from mails, not from fragments") {
  CHECK(part_marked("greeting", "Thank you.\n") == "Thank you.\n");
  CHECK(part_marked("greeting", "It was fine.\n\nSincerely,\nOlga Reis\n") ==
        "{||}It was fine.\n\nSincerely,\nOlga Reis\n");
  CHECK(part_marked("closing", "Dear Dana,\n\nThank you for it.\n") ==
        "Dear Dana,\n\nThank you for it.{||}\n");
  CHECK(part_marked("closing", "Thank you for it.\n") == "Thank you for it.\n");
  CHECK(part_marked("name", "Dear Dana,\n\nThank you for it.\n\nSincerely,\n") ==
        "Dear Dana,\n\nThank you for it.\n\nSincerely,{||}\n");
}

TEST_CASE("a subject is missing when there is a header") {
  CHECK(part_marked("subject", "Dear Dana,\n\nThank you.\n") == "Dear Dana,\n\nThank you.\n");
  Params params;
  params.set("part", std::string("subject"));
  CHECK(
      run_check(make_missing_part, "To: dana@example.org\nFrom: o@example.org\n\nHello.\n", params)
          .hits.size() == 1);
}

TEST_CASE("an unknown part, place or kind is an error") {
  Params params;
  params.set("part", std::string("middle"));
  CHECK_FALSE(make_missing_part(params).has_value());
  Params missing;
  missing.set("patterns", std::vector<std::string>{"x"});
  missing.set("place", std::string("nowhere"));
  CHECK_FALSE(make_missing(missing).has_value());
  Params kinds;
  kinds.set("kinds", std::vector<std::string>{"weather"});
  CHECK_FALSE(make_note(kinds).has_value());
  CHECK_FALSE(make_note({}).has_value());
}

TEST_CASE("what is missing belongs to a place") {
  const std::string text = "Dear Dana,\n\nFirst.\n\nLast.\n\nSincerely,\nOlga Reis\n";
  const auto marked = [&](const char* place) {
    Params params;
    params.set("patterns", std::vector<std::string>{"thanks?"});
    params.set("place", std::string(place));
    return run_check(make_missing, text, params).marked;
  };
  CHECK(marked("after-greeting").find("{||}First") != std::string::npos);
  CHECK(marked("first-paragraph").find("First.{||}") != std::string::npos);
  CHECK(marked("before-closing").find("Last.{||}") != std::string::npos);
  CHECK(marked("end").find("Reis{||}") != std::string::npos);
  CHECK(marked("greeting").starts_with("{||}Dear"));
}

TEST_CASE("late is what stands after the first paragraph") {
  Params params;
  params.set("patterns", std::vector<std::string>{"thanks?"});
  params.set("late", true);
  const auto hits = [&](const std::string& text) {
    return run_check(make_missing, text, params).hits.size();
  };
  CHECK(hits("Dear Dana,\n\nFirst.\n\nMany thanks for it.\n") == 1);
  CHECK(hits("Dear Dana,\n\nMany thanks for it.\n\nLast.\n") == 0);
  CHECK(hits("Dear Dana,\n\nFirst.\n\nLast.\n") == 0);
}

TEST_CASE("what is there is shown as evidence, the first of it") {
  Params params;
  params.set("patterns", std::vector<std::string>{"thanks?"});
  const std::string text =
      "Dear Dana,\n\nMany thanks. Thank you.\n\nSincerely,\nOlga Reis\n+1 555\n";
  const CheckRun run = run_check(make_missing, text, params);
  CHECK(run.hits.empty());
  REQUIRE(run.evidence.size() == 1);
  CHECK(std::get<TextSpan>(run.evidence.front().place) == TextSpan{17, 23});

  Params part;
  part.set("part", std::string("name"));
  const CheckRun name = run_check(make_missing_part, text, part);
  CHECK(name.hits.empty());
  REQUIRE(name.evidence.size() == 1);
  const TextSpan line = std::get<TextSpan>(name.evidence.front().place);
  CHECK(text.substr(line.begin, line.size()) == "Olga Reis");
}

TEST_CASE("a misspelt recipient is marked, another person is not judged") {
  CHECK(greeted("Sarah Okonkwo <s@example.org>", "Sara") == "{|Sara|}");
  CHECK(greeted("Sarah Okonkwo <s@example.org>", "Sarah") == "Sarah");
  CHECK(greeted("\"Okonkwo, Sarah\" <s@example.org>", "Ms. Okonwko") == "Ms. {|Okonwko|}");
  CHECK(greeted("Steven Holt <h@example.org>", "Steve") == "Steve");
  CHECK(greeted("Anna Holt <h@example.org>", "Ms. Brandt") == "Ms. Brandt");
  CHECK(greeted("Kim Li <k@example.org>", "Tim") == "Tim");
  CHECK(greeted("Sarah <s@example.org>, Sam <t@example.org>", "Sara") == "Sara");
  CHECK(greeted("jsmith@example.org", "Mr. Smith") == "Mr. Smith");
}

TEST_CASE("list items are told from sentences") {
  for (const char* item : {"- one", "* one", "• one", "1. one", "12) one", "a) one"})
    CHECK(is_list_item(item));
  for (const char* text : {"one", "A. Cole came.", "1.5 hours", "", "-one", "100. day"})
    CHECK_FALSE(is_list_item(text));
}

TEST_CASE("notes of the wanted kinds become hits at their bytes") {
  Params params;
  params.set("kinds", std::vector<std::string>{"invalid-utf8"});
  const Source source{.path = "draft", .bytes = "Caf\xE9 and \x01.\n"};
  const Draft draft = parse_draft(source);
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, {});
  const PhraseMatches phrases;
  const Speller speller({}, Lexicon());
  const Result<CheckFunction> check = make_note(params);
  REQUIRE(check.has_value());
  const PatternText pattern_text(draft.text);
  const Derived derived;
  SearchBudget budget;
  const std::vector<Hit> hits =
      (*check)({draft, text, facts, phrases, speller, pattern_text, derived, budget});
  REQUIRE(hits.size() == 1);
  CHECK(std::get<SourceSpan>(hits[0].place) == SourceSpan{3, 4});
}
