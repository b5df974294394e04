#include <string>

#include <doctest/doctest.h>

#include "checks/emoji.hpp"
#include "checks/exclamation_marks.hpp"
#include "checks/shouting.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

std::string without_marks(std::string text) {
  for (const std::string_view mark : {"{|", "|}"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return text;
}

void check_body(Result<CheckFunction> (*make)(const Params&), const std::string& marked) {
  CAPTURE(marked);
  const std::string expected = "Dear Dana,\n\n" + marked + "\n";
  const std::string plain = without_marks(expected);
  CHECK(run_check(make, plain).marked == expected);
  CHECK(run_check(make, with_crlf(plain)).marked == expected);
}

}  // namespace

TEST_CASE("emoji and faces are marked whole") {
  for (const char* text :
       {"Fine {|🙂|} day.", "Fine {|👍🏽|} day.", "Fine {|👩‍💻|} day.",
        "Fine {|☕️|} day.", "Fine {|🎉 🎉|} day.", "See you {|:-)|}", "See you {|:)|}. Bye",
        "See you {|;)|}", "So good {|<3|}", "So good! {|xD|}", "So good {|:tada:|} day",
        "Sad {|:'(|} day"}) {
    check_body(make_emoji, text);
  }
}

TEST_CASE("what only looks like a face is left alone") {
  for (const char* text : {"Response <3 seconds, ratio 1:3.", "Figma and Adobe XD",
                           "See (the list below:)", "See http://example.org:/x",
                           "Points: (a) first, (8) eighth", "© 2020 and ™ and ® and 3 × 4",
                           "a :b) c", "at 10:00) or 11:30", "Kafka: Dead letters", "→ next"}) {
    check_body(make_emoji, text);
  }
}

TEST_CASE("exclamation marks beyond the first are marked, a run is one") {
  check_body(make_exclamation_marks, "Good! Fine{|!!|} Great{|!|}");
  check_body(make_exclamation_marks, "Good! The test a != b and !x.");
}

TEST_CASE("words in capitals are marked, acronyms are not") {
  for (const char* text : {"I {|REALLY|} would.", "{|THANK YOU SO MUCH|} for it.",
                           "I am {|SO EXCITED|} now.", "{|I WOULD LOVE|} it."}) {
    std::string expected = text;
    if (expected.starts_with("{|I "))
      expected = "I {|WOULD LOVE|} it.";
    check_body(make_shouting, expected);
  }
  for (const char* text :
       {"AWS, S3 and SQL", "An RN BSN of the ICU", "The IT team and the HR team", "NASA and UNESCO",
        "I am A. B. Cole, MBA, PMP", "The US WHO office", "Fill <JOB TITLE> and [COMPANY] in."}) {
    check_body(make_shouting, text);
  }
}

TEST_CASE("headings, labels and names in capitals are no shouting") {
  for (const char* text :
       {"NEXT STEPS\n\nThe lift stays.", "NOTE: the lift is out of order.",
        "I worked at ACME DATA CENTER DBX.", "The plan has a WORK DBX QRT part."}) {
    check_body(make_shouting, text);
  }
  for (const char* text : {"{|THANK YOU SO MUCH|}", "{|PLEASE CALL ME|}", "{|NEXT STEPS|}!",
                           "We saw {|NEXT STEPS|} there."}) {
    check_body(make_shouting, text);
  }
}
