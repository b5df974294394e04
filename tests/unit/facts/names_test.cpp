#include "facts/names.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out.append(out.empty() ? "" : " ").append(word);
  return out;
}

std::string names_of(std::string bytes, const InterviewFacts& interview = {}) {
  const Draft draft = parse_draft({"-", std::move(bytes)});
  return joined(collect_names(draft, analyze(draft), interview));
}

}  // namespace

TEST_CASE("names come from the header, the greeting, the signature and attributions") {
  CHECK(names_of("To: Dana Okafor <d.okafor-lee@example.com>\n\nText\n") ==
        "Dana Okafor lee okafor");
  CHECK(names_of("From: kim_holm@example.com\n\nText\n") == "holm kim");
  CHECK(names_of("Dear Ms. Okafor and Prof. Lee,\n\nIt was good.\n") == "Lee Okafor");
  CHECK(names_of("Good morning, Dana,\n\nIt was good.\n") == "Dana");
  CHECK(names_of("Hi [First Name],\n\nIt was good.\n\nBest,\n[Your Name]\n").empty());
  CHECK(names_of("Hi,\n\nIt was good.\n\nBest,\nKim Holm, MBA\nChief Engineer\n") == "Holm Kim");
  CHECK(names_of(
            "Hi,\n\nFine.\n\nOn Tue, Mar 3, 2026 at 9:00 AM Dana Park <dp@x.org> wrote:\n> Hi\n") ==
        "Dana Park dp");
  CHECK(
      names_of(
          "Fine.\n\nFrom: Dana Park\nSent: Tuesday\nTo: Kim Holm\nSubject: Great Visit\n\nHi\n") ==
      "Dana Holm Kim Park");
}

TEST_CASE("dates and field names of attributions in other languages name nobody") {
  const std::pair<std::string, std::string> rows[] = {
      {"Am Do., 5. März 2026 um 09:12 Uhr schrieb Dana Park <dp@x.org>:", "Dana Park dp"},
      {"Am Donnerstag, 5. März 2026 um 09:12 schrieb Dana Park:", "Dana Park"},
      {"Dana Park schrieb am Donnerstag, 5. März 2026 um 09:12:", "Dana Park"},
      {"Le 5 mars 2026 à 09:12, Dana Park a écrit :", "Dana Park"},
      {"05.03.2026 09:12, Дана Парк пишет:", "Дана Парк"},
  };
  for (const auto& [attribution, expected] : rows)
    CHECK(names_of("Fine, I come.\n\n" + attribution + "\n> Hi\n") == expected);
  CHECK(names_of("Fine, I come.\n\n-----Ursprüngliche Nachricht-----\nVon: Dana Park <dp@x.org>\n"
                 "Gesendet: Donnerstag, 5. März 2026\nAn: Kim Holm\nBetreff: Besuch\n\nHi\n") ==
        "Dana Holm Kim Park dp");
}

TEST_CASE("interviewers are names, and a name stands once") {
  InterviewFacts interview;
  interview.interviewers = {"Dana Park", "Lee Ortiz"};
  CHECK(names_of("To: Dana Park <dana@x>\n\nHi Dana,\n\nText\n", interview) ==
        "Dana Lee Ortiz Park dana");
}

TEST_CASE("known words are those that somebody else wrote, or that are facts") {
  const Draft draft = parse_draft({"-",
                                   "To: Dana <dana@nordlys-labs.example>\nSubject: Kvasir "
                                   "role\n\nHi Dana,\n\nI liked Foobar.\n\n"
                                   "On 3 March 2026, Dana wrote:\n> Ask about Zorblax.\n"});
  InterviewFacts interview;
  interview.company = "Nordlys";
  interview.role = "Platformist";
  interview.topics = {"quux tests"};
  const Text text = analyze(draft);
  const std::string known =
      joined(collect_known_words(draft, text, interview, collect_names(draft, text, interview)));
  for (const std::string_view word :
       {"Dana", "nordlys", "labs", "Kvasir", "Zorblax", "Nordlys", "Platformist", "quux"}) {
    CAPTURE(word);
    CHECK((" " + known + " ").find(" " + std::string(word) + " ") != std::string::npos);
  }
  CHECK(known.find("Foobar") == std::string::npos);
}
