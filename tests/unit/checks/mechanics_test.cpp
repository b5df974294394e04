#include <doctest/doctest.h>

#include "checks/double_space.hpp"
#include "checks/lower_case_start.hpp"
#include "checks/mixed_spelling.hpp"
#include "checks/unbalanced_mark.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

std::string body(const std::string& text) {
  return "Dear Dana,\n\n" + text + "\n";
}

void check_silent(Result<CheckFunction> (*make)(const Params&), const std::string& text) {
  CHECK(run_check(make, body(text)).marked == body(text));
}

}  // namespace

TEST_CASE("a bracket or a quotation mark without its half is flagged") {
  for (const char* marked : {"It was {|(|}good and warm.", "It was good{|)|} and warm.",
                             "You said {|“|}good and meant it.", "You said good{|”|} and meant it.",
                             "You said {|\"|}good and meant it.", "He said \"yes\" and {|\"|}no.",
                             "It is 5\" wide and {|\"|}good."}) {
    const std::string text = marked;
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.compare(i, 2, "{|") == 0 || text.compare(i, 2, "|}") == 0)
        ++i;
      else
        plain += text[i];
    }
    CHECK(run_check(make_unbalanced_mark, body(plain)).marked == body(text));
    CHECK(run_check(make_unbalanced_mark, with_crlf(body(plain))).marked == body(text));
  }
}

TEST_CASE("list marks, emoticons, inches and quotations of several paragraphs are left alone") {
  for (const char* text :
       {"First a) the bread, iv) the cakes and 12) the oven.", "It was good :-) and warm ;)",
        "It was sad :( but (: warm.", "A 5\" pipe and a 12” one.",
        "\"It was good.\n\n\"It was warm,\" she said.", "„Gut“, he said.",
        "We do this (in order:\n\n- bread\n- cakes)\n\nIt was good.", "It grew (-20% to +43%)."})
    check_silent(make_unbalanced_mark, text);
}

TEST_CASE("a thousand brackets give one finding") {
  const CheckRun run = run_check(make_unbalanced_mark, body("x " + std::string(1000, '(')));
  CHECK(run.hits.size() == 1);
}

TEST_CASE("a sentence in lower case is flagged and mended") {
  const CheckRun run =
      run_check(make_lower_case_start, body("It was good. the crew was kind.\nWas it? it was."));
  CHECK(run.marked == body("It was good. {|the|} crew was kind.\nWas it? {|it|} was."));
  REQUIRE(run.repaired.size() == 2);
  CHECK(run.repaired[0] == body("It was good. The crew was kind.\nWas it? it was."));
}

TEST_CASE("a paragraph in lower case is flagged behind another") {
  CHECK(run_check(make_lower_case_start, body("It was good.\n\nwe spoke of it.")).marked ==
        body("It was good.\n\n{|we|} spoke of it."));
  check_silent(make_lower_case_start, "we spoke of it.");
}

TEST_CASE("abbreviations, names and lists may go on in lower case") {
  for (const char* text :
       {"I met Hale & Co. the other day.", "It took approx. the whole day, incl. the tour.",
        "I build apps. iPhone users like them.", "Well... the crew was kind.",
        "We did it:\n\n- it was good.\n- it was warm.", "He said, “It works. you see.”"})
    check_silent(make_lower_case_start, text);
}

TEST_CASE("two spaces within a line are flagged and mended") {
  const CheckRun run = run_check(make_double_space, body("It was  good.  Yes,  it was."));
  CHECK(run.marked == body("It was{|  |}good.  Yes,  it was."));
  REQUIRE(run.repaired.size() == 1);
  CHECK(run.repaired[0] == body("It was good.  Yes,  it was."));
}

TEST_CASE("columns and justified lines are left alone") {
  check_silent(make_double_space, "Monday    nine  to five\nTuesday   noon  to eight");
  check_silent(make_double_space, "These  lines  were  justified  by  a  program.");
}

TEST_CASE("of two spellings the rarer is flagged, with a word of the other") {
  const CheckRun run = run_check(make_mixed_spelling,
                                 body("We organised a tour in colour, and the center was full."));
  CHECK(run.marked == body("We organised a tour in colour, and the {|center|} was full."));
  REQUIRE(run.hits.size() == 1);
  CHECK(run.hits[0].detail == "American, “organised” British");
  CHECK(run.repaired[0] == body("We organised a tour in colour, and the centre was full."));
}

TEST_CASE("names, quotations and spellings that both have are no witnesses") {
  for (const char* text : {"We organize in colour.", "The Lincoln Center was in colour.",
                           "The label “gray” was in colour.",
                           "We realize that the program is honest.", "The color of the theater."})
    check_silent(make_mixed_spelling, text);
}
