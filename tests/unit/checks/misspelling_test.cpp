#include "checks/misspelling.hpp"

#include <doctest/doctest.h>

#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

std::string marked(const std::string& bytes, const GivenFacts& given = {}) {
  return run_check(make_misspelling, bytes, {}, given).marked;
}

/// A body after a greeting, so that its first line is prose.
std::string body(const std::string& text) {
  return "Dear Dana,\n\n" + text + "\n";
}

void check_silent(const std::string& text) {
  CHECK(marked(body(text)) == body(text));
}

}  // namespace

TEST_CASE("a misspelled word is flagged with what was probably meant") {
  const std::string text = "Dear Dana,\n\nThank you for the oportunity to\nmeet the team.\n";
  const std::string expected =
      "Dear Dana,\n\nThank you for the {|oportunity|} to\nmeet the team.\n";
  for (const std::string& bytes : {text, with_crlf(text)}) {
    const CheckRun run = run_check(make_misspelling, bytes);
    CHECK(run.marked == expected);
    REQUIRE(run.hits.size() == 1);
    CHECK(run.hits[0].detail == "opportunity");
    CHECK(!run.hits[0].repairs[0].safe);
    CHECK(run.repaired[0] == "Dear Dana,\n\nThank you for the opportunity to\nmeet the team.\n");
  }
}

TEST_CASE("greeting, subject and closing are read too") {
  CHECK(marked("Subject: Thank you for the intervew\n\nDaer Dana,\n\nIt was a pleasure.\n\n"
               "Kind regrads,\nDana\n") ==
        "Thank you for the {|intervew|}\n{|Daer|} Dana,\n\nIt was a pleasure.\n\n"
        "Kind {|regrads|},\nDana\n");
}

TEST_CASE("a slip in one's own subject does not make the word right in the body") {
  const CheckRun run = run_check(
      make_misspelling, "Subject: a great oportunity\n\nDear Dana,\n\nIt is an oportunity.\n");
  CHECK(run.hits.size() == 2);
}

TEST_CASE("what is no prose is left alone") {
  check_silent("See https://example.org/wrnog/pth and www.exmaple.org or jnae@exmaple.org.");
  check_silent("Ask @jndoe about #hirng in ~/nots/plna, notse.pdf, src/mian/cpp and `wrnog code`.");
  check_silent("The AWSQL and the McFoobar, a 3rdd x86q, an h and the DataFrmae.");
  check_silent("Fill in [Frist Name], {{compnay}} and <roel>.");
  check_silent("Это русский текст, and 日本語 too.");
  check_silent("A co-op, a re-hire, an e-mail and a dev-ops team use kubernetes.");
  check_silent(std::string(80, 'q') + " is long.");
}

TEST_CASE("a few words of another language in an English sentence are no slips") {
  check_silent("Go raibh míle maith agat, and thank you for the tour.");
  check_silent("As we say, wszystko będzie dobrze, and it was.");
  check_silent("They said muito obrigado por tudo, and I say it too.");
  CHECK(marked(body("I am verry intrested definately.")) ==
        body("I am {|verry|} {|intrested|} {|definately|}."));
  CHECK(marked(body("It was a wondreful oportunity to lern.")) ==
        body("It was a {|wondreful|} {|oportunity|} to {|lern|}."));
  CHECK(marked(body("He wrote míle and then oportunity.")) ==
        body("He wrote {|míle|} and then {|oportunity|}."));
}

TEST_CASE("parts of a hyphenated word are checked one by one") {
  CHECK(marked(body("It was a well-orgnized day.")) == body("It was a well-{|orgnized|} day."));
}

TEST_CASE("an unknown capitalised word inside a sentence is a name") {
  check_silent("I met Zbyhnek at Brunnvik on Monday.");
  check_silent("I met okafor and stephen.");
}

TEST_CASE("nearly the name of someone the mail is about is a slip") {
  GivenFacts given;
  given.interview.interviewers = {"Marisol Okafor"};
  const CheckRun run = run_check(make_misspelling,
                                 body("I enjoyed what Ms. Okafro’s team and "
                                      "Brunnvik showed me."),
                                 {}, given);
  CHECK(run.marked == body("I enjoyed what Ms. {|Okafro’s|} team and Brunnvik showed me."));
  REQUIRE(run.hits.size() == 1);
  CHECK(run.hits[0].detail == "Okafor’s");
}

TEST_CASE("another known name is not a slip") {
  GivenFacts given;
  given.interview.interviewers = {"Steven Dahl"};
  const std::string text = body("I met Stephen and Steven.");
  CHECK(run_check(make_misspelling, text, {}, given).marked == text);
}

TEST_CASE("the first word of a sentence is flagged only when it can be no name") {
  CHECK(marked(body("Definately a good day. Brunnvik was calm.")) ==
        body("{|Definately|} a good day. Brunnvik was calm."));
  check_silent("Meetng is my name. I am Meetng.");
}

TEST_CASE("quoted text is not checked, and its words are right") {
  const std::string text =
      "Dear Dana,\n\nThe frobnik is nice.\n\nOn Monday, Dana wrote:\n> the frobnik and wrnog\n";
  CHECK(marked(text) == text);
}

TEST_CASE("only so many words get suggestions, but all are flagged") {
  std::string text = "Dear Dana,\n\n";
  for (char a = 'a'; a < 'a' + 25; ++a)
    text += std::string("wrnog") + a + "q and ";
  const CheckRun run = run_check(make_misspelling, text + "so on.\n");
  CHECK(run.hits.size() == 25);
  CHECK(run.hits.back().repairs.empty());
}

TEST_CASE("text in another language is left alone") {
  check_silent(
      "Vielen herzlichen Dank, dass Sie sich gestern so viel Zeit genommen haben, um mit "
      "mir zu sprechen; das Gespräch hat meinen guten Eindruck sehr bestätigt und ich "
      "würde mich wirklich freuen, wieder von Ihnen zu hören.");
}

TEST_CASE("regions can be chosen") {
  Params params;
  params.set("in", std::vector<std::string>{"subject"});
  CHECK(run_check(make_misspelling, "Subject: a intervew\n\nDear Dana,\n\nA wrnog word.\n", params)
            .marked == "a {|intervew|}\nDear Dana,\n\nA wrnog word.\n");
}

TEST_CASE("half of a word whose other bytes are not text is not questioned") {
  CHECK(marked("Dear Dana,\n\nThank you for the caf\xE9 tour and the \xE9"
               "clair.\n") ==
        "Dear Dana,\n\nThank you for the caf\uFFFD tour and the \uFFFD"
        "clair.\n");
}

TEST_CASE("a word that may be jargon is only questioned") {
  const auto certain = [](const std::string& text) {
    const CheckRun run = run_check(make_misspelling, body(text));
    REQUIRE(run.hits.size() >= 1);
    return run.hits.front().certain;
  };
  CHECK(certain("We met in teh new depot."));
  CHECK(certain("I woud like to see it."));
  CHECK(certain("An oportunity, seen from the quay."));
  CHECK(certain("The comittment of your crew."));
  CHECK(!certain("The grobs are stacked by the kiln."));     // short, and near to many
  CHECK(!certain("A mkwsd is a kind of valve."));            // an abbreviation
  CHECK(!certain("The preglazed tiles dry slowly."));        // a formation
  CHECK(!certain("I saw the kilngarden behind the yard."));  // a compound
  CHECK(!certain("The wickel turned, the wickel stopped, and the wickel broke."));
}

TEST_CASE("a proper word with a slip is told from a name") {
  const auto detail = [](const std::string& text) {
    const CheckRun run = run_check(make_misspelling, body(text));
    return run.hits.empty() || run.hits.front().certain ? std::string() : run.hits.front().detail;
  };
  CHECK(detail("I could start in Febuary if you like.") == "February");
  CHECK(detail("I speak Portugese and some Turkish.") == "Portuguese");
  CHECK(detail("The letter came late; and Unfortunatly, I had left.") == "Unfortunately");
  check_silent("I met Ms. Decembrino and Mr. Kozelly there.");
  check_silent("The Marchant brothers and the Junero works.");
}
