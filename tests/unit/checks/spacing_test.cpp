#include "checks/spacing.hpp"

#include <doctest/doctest.h>

#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

std::string body(const std::string& text) {
  return "Dear Dana,\n\n" + text + "\n";
}

}  // namespace

TEST_CASE("slipped spaces and doubled stops are flagged and mended") {
  const char* cases[][3] = {
      {"It was good , and warm.", "It was good{| ,|} and warm.", "It was good, and warm."},
      {"It was good  . It was.", "It was good{|  .|} It was.", "It was good. It was."},
      {"We spoke of ports,ships too.", "We spoke of ports{|,|}ships too.",
       "We spoke of ports, ships too."},
      {"It was good.. Bye.", "It was good{|..|} Bye.", "It was good. Bye."},
      {"I liked the role.Thank you.", "I liked the role{|.|}Thank you.",
       "I liked the role. Thank you."},
      {"I liked the time.thank you for it.", "I liked the time{|.|}thank you for it.",
       "I liked the time. thank you for it."},
      {"It was good ,and warm.", "It was good{| ,|}and warm.", "It was good, and warm."},
      {"It was good;the crew was kind.", "It was good{|;|}the crew was kind.",
       "It was good; the crew was kind."},
      {"The tour(the long one) was good.", "The tour{|(|}the long one) was good.",
       "The tour (the long one) was good."},
      {"The tour (the long one)was good.", "The tour (the long one{|)|}was good.",
       "The tour (the long one) was good."},
      {"Was it good?. It was.", "Was it good{|?.|} It was.", "Was it good? It was."},
  };
  for (const auto& example : cases) {
    for (const std::string& bytes : {body(example[0]), with_crlf(body(example[0]))}) {
      const CheckRun run = run_check(make_spacing, bytes);
      CHECK(run.marked == body(example[1]));
      REQUIRE(run.repaired.size() == 1);
      CHECK(run.repaired[0] == body(example[2]));
    }
  }
}

TEST_CASE("numbers, links, code and ellipses are left alone") {
  for (const char* text :
       {"It cost 1,200 in 2.5 days.", "Well ... no... yes.", "See example.org/a,b and notes,v.txt.",
        "Use Node.JS, ASP.NET and .NET.", "Call f(a,b) or `max , min`.",
        "It is [a ,b], and “yes”, he said.", "U.S.Army", "See example.org . It is good.",
        "Well . . . no.", "I worked at Yahoo!. It was good.", "The function(s) and print(the).",
        "Use A&nbsp;the rest."}) {
    CHECK(run_check(make_spacing, body(text)).marked == body(text));
  }
}
