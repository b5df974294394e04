#include "checks/article.hpp"

#include <doctest/doctest.h>

#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

std::string body(const std::string& text) {
  return "Dear Dana,\n\n" + text + "\n";
}

}  // namespace

TEST_CASE("the article follows the sound of the next word") {
  for (const char* text :
       {"I had {|a interview|}.", "It is {|an university|}.", "It took {|a hour|}.",
        "He is {|an European|}.", "I hold {|a MBA|}.", "It was {|an big|} day.",
        "{|A honest|} talk.", "It is {|an unique|} firm.", "{|An team|} of four.",
        "It is {|a “open|} door”.", "It was {|a 8-hour|} trip.", "It is {|an\none-day|} trip."}) {
    std::string plain = text;
    for (const std::string_view mark : {"{|", "|}"})
      plain.erase(plain.find(mark), mark.size());
    // Marks end at the word; what follows a hyphen is another.
    std::string expected = text;
    for (const std::string_view part : {"-hour|}", "-day|}"}) {
      const std::size_t at = expected.find(part);
      if (at != std::string::npos)
        expected.replace(at, part.size(), "|}" + std::string(part.substr(0, part.size() - 2)));
    }
    CHECK(run_check(make_article, body(plain)).marked == body(expected));
    CHECK(run_check(make_article, with_crlf(body(plain))).marked == body(expected));
  }
}

TEST_CASE("right and uncertain articles are left alone") {
  for (const char* text :
       {"an hour, a user, a one-off, an honest union, a European, a unit, an umbrella",
        "an SQL query, a SQL query, a historic day, an historic day, a herb, an herb",
        "Plan A is good, and plan A includes it.", "a, an and the",
        "an 8-hour day, an 11th, a 10th", "an unimportant and an uninteresting idea",
        "an then we left", "an iOS app, a PDF, an MBA", "[a interview]",
        "a unanimous vote, an unanswered mail, an onerous task", "vitamin A is good"}) {
    CHECK(run_check(make_article, body(text)).marked == body(text));
  }
}

TEST_CASE("the repair changes the article only and keeps its case") {
  const CheckRun run = run_check(make_article, body("A interview it was."));
  REQUIRE(run.hits.size() == 1);
  CHECK(run.hits[0].detail == "An interview");
  CHECK(run.repaired[0] == body("An interview it was."));
}
