#include <string>

#include <doctest/doctest.h>

#include "checks/follow_ups.hpp"
#include "checks/sending_time.hpp"
#include "checks/weekday_mismatch.hpp"
#include "checks/wrong_interview_date.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

using Make = Result<CheckFunction> (*)(const Params&);

const std::string thanks = "Dear Ann,\n\nThank you for the interview.\n";

GivenFacts facts(const char* met, const char* now, Stage stage = Stage::thank_you) {
  GivenFacts given;
  given.stage = stage;
  given.interview.date = parse_moment(met);
  if (const std::optional<Moment> moment = parse_moment(now))
    given.now = Sending{*moment, SendingSource::given};
  return given;
}

/// The detail of the only hit; “-” when there is none.
std::string detail(Make make, const Params& params, const GivenFacts& given,
                   const std::string& text = thanks) {
  const CheckRun run = run_check(make, text, params, given);
  return run.hits.empty() ? std::string("-") : run.hits.front().detail;
}

std::string marked(Make make, const std::string& text, const GivenFacts& given = {}) {
  std::string out = run_check(make, text + "\n", {}, given).marked;
  out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("thanks are late after a day, and no longer merely late after two working days") {
  Params params;
  params.set("after", std::int64_t{24});
  params.set("until", std::int64_t{48});
  const auto late = [&](const char* met, const char* now) {
    return detail(make_late_thanks, params, facts(met, now));
  };
  CHECK(late("2026-03-03T10:00", "2026-03-04T09:00Z") == "-");
  CHECK(late("2026-03-03T10:00", "2026-03-04T11:00Z") == "25 hours");
  CHECK(late("2026-03-03T10:00", "2026-03-05T11:00Z") == "-");
  CHECK(late("2026-03-06T10:00", "2026-03-09T11:00Z") == "3 days");
  CHECK(late("2026-03-06T10:00", "2026-03-10T11:00Z") == "-");
  CHECK(late("2026-03-03", "2026-03-04T23:00Z") == "-");
  CHECK(late("2026-03-03", "2026-03-05T08:00Z") == "2 days");
  CHECK(late("2026-03-03T10:00", "2026-03-02T10:00Z") == "-");
  CHECK(late("", "2026-03-05T08:00Z") == "-");
  CHECK(late("2026-03-03", "") == "-");
}

TEST_CASE("the field Date counts before the time of the run") {
  Params params;
  params.set("after", std::int64_t{48});
  params.set("working", true);
  const GivenFacts given = facts("2026-03-03T10:00", "2026-03-30T10:00Z");
  CHECK(detail(make_late_thanks, params, given) == "27 days");
  const Source source{.path = "draft",
                      .bytes = "Date: Wed, 4 Mar 2026 09:00:00 +0000\n\n" + thanks};
  CHECK(run_check(make_late_thanks, source.bytes, params, given).hits.empty());
}

TEST_CASE("an old draft that only the clock dates is not called late") {
  Params params;
  params.set("after", std::int64_t{48});
  GivenFacts given = facts("2026-03-03T10:00", "2026-09-30T10:00Z");
  CHECK(detail(make_late_thanks, params, given) != "-");
  given.now->source = SendingSource::clock;
  CHECK(detail(make_late_thanks, params, given) == "-");
  given = facts("2026-03-03T10:00", "2026-03-10T10:00Z");
  given.now->source = SendingSource::clock;
  CHECK(detail(make_late_thanks, params, given) == "7 days");
}

TEST_CASE("late thanks with a question, or after the promised day, may be an inquiry") {
  Params params;
  params.set("after", std::int64_t{48});
  GivenFacts given = facts("2026-03-03T10:00", "2026-03-20T10:00Z");
  const std::string asking = thanks + "\nHas a decision been made?\n";
  CHECK(detail(make_late_thanks, params, given, asking) == "17 days");
  given.stage.reset();
  CHECK(detail(make_late_thanks, params, given) == "17 days");
  CHECK(detail(make_late_thanks, params, given, asking) == "-");
  given.interview.decision_by = parse_moment("2026-03-17");
  CHECK(detail(make_late_thanks, params, given) == "-");
}

TEST_CASE("thanks within two hours are early, when the hour is known") {
  const auto early = [](const char* met, const char* now) {
    return detail(make_early_thanks, {}, facts(met, now));
  };
  CHECK(early("2026-03-03T10:00", "2026-03-03T11:30Z") == "90 minutes");
  CHECK(early("2026-03-03T10:00", "2026-03-03T12:00Z") == "-");
  CHECK(early("2026-03-03T10:00", "2026-03-03T09:00Z") == "-");
  CHECK(early("2026-03-03", "2026-03-03T09:00Z") == "-");
}

TEST_CASE("a question is early before the promised day is over, else by working days") {
  Params params;
  params.set("days", std::int64_t{3});
  params.set("decision", true);
  GivenFacts given = facts("2026-03-06", "2026-03-10T09:00Z", Stage::status_inquiry);
  CHECK(detail(make_early_inquiry, params, given) == "the interview was 2 working days ago");
  given.now->moment = *parse_moment("2026-03-11T09:00Z");
  CHECK(detail(make_early_inquiry, params, given) == "-");
  given.interview.decision_by = parse_moment("2026-03-13");
  CHECK(detail(make_early_inquiry, params, given) ==
        "they said they would decide by 13 March 2026");
  given.now->moment = *parse_moment("2026-03-15T09:00Z");
  CHECK(detail(make_early_inquiry, params, given) != "-");
  given.now->moment = *parse_moment("2026-03-16T09:00Z");
  CHECK(detail(make_early_inquiry, params, given) == "-");
  given.now.reset();
  CHECK(detail(make_early_inquiry, params, given) == "-");
}

TEST_CASE("office hours are those of the recipient") {
  GivenFacts given = facts("2026-03-03", "2026-03-04T18:00:00-05:00");
  CHECK(detail(make_office_hours, {}, given) == "-");
  given.interview.time_zone = "Europe/Oslo";
  CHECK(detail(make_office_hours, {}, given) == "Thursday, 00:00");
  given.now->moment = *parse_moment("2026-03-04T10:00:00-05:00");
  CHECK(detail(make_office_hours, {}, given) == "-");
  given.now->moment = *parse_moment("2026-03-07T10:00:00-05:00");
  CHECK(detail(make_office_hours, {}, given) == "Saturday, 16:00");
}

TEST_CASE("earlier mails are counted from the facts or from what is known") {
  Params params;
  params.set("from", std::int64_t{2});
  params.set("to", std::int64_t{2});
  GivenFacts given = facts("", "2026-03-17T09:00Z", Stage::second_nudge);
  CHECK(detail(make_follow_up_count, params, given) == "-");
  given.interview.previous_mails = 2;
  CHECK(detail(make_follow_up_count, params, given) == "2 mails");
  given.interview.previous_mails = 3;
  CHECK(detail(make_follow_up_count, params, given) == "-");
}

TEST_CASE("a weekday must be that of its date") {
  const auto check = [](const char* text) { return marked(make_weekday_mismatch, text); };
  CHECK(check("Come on Tuesday, 3 March 2026.") == "Come on Tuesday, 3 March 2026.");
  CHECK(check("Come on Tuesday, 4 March 2026.") == "Come on {|Tuesday, 4 March 2026|}.");
  CHECK(check("Come on Wed, March 3rd, 2026.") == "Come on {|Wed, March 3rd, 2026|}.");
  CHECK(check("Come on Friday 3/4/2026.") == "Come on Friday 3/4/2026.");
  CHECK(check("Come on Wednesday 3/4/2026.") == "Come on Wednesday 3/4/2026.");
  CHECK(check("Come on Monday 3/4/2026.") == "Come on {|Monday 3/4/2026|}.");
  CHECK(check("Come on Monday, March 3.") == "Come on Monday, March 3.");
  CHECK(run_check(make_weekday_mismatch, "Come on Tuesday, 4 March 2026.\n").repaired.front() ==
        "Come on Wednesday, 4 March 2026.\n");
}

TEST_CASE("a date without a year is that of the nearest known day, never of the clock") {
  GivenFacts given = facts("2026-03-03", "2026-03-04T09:00Z");
  CHECK(marked(make_weekday_mismatch, "Come on Monday, March 3.", given) ==
        "Come on {|Monday, March 3|}.");
  CHECK(marked(make_weekday_mismatch, "Come on Friday, September 11.", given) ==
        "Come on Friday, September 11.");
  given.interview.date.reset();
  given.now->source = SendingSource::clock;
  CHECK(marked(make_weekday_mismatch, "Come on Monday, March 3.", given) ==
        "Come on Monday, March 3.");
  given = facts("", "2026-12-30T09:00Z");
  CHECK(marked(make_weekday_mismatch, "Come on Monday, January 4.", given) ==
        "Come on Monday, January 4.");
}

TEST_CASE("the interview's date in the text must be that of the facts") {
  const GivenFacts given = facts("2026-03-03", "2026-03-05T09:00Z");
  const auto check = [&](const char* text) {
    return marked(make_wrong_interview_date, text, given);
  };
  CHECK(check("Thank you for the interview on 4 March.") ==
        "Thank you for the interview on {|4 March|}.");
  CHECK(check("We met on Monday in the mill.") == "We met on {|Monday|} in the mill.");
  for (const char* text :
       {"Thank you for the interview on 3 March.", "We met on Tuesday in the mill.",
        "Thank you for the meeting on 3/3/2026.", "I look forward to meeting you on 9 March.",
        "Thank you for the interview, and I will send it on 9 March.",
        "The interview was about the Friday shifts.", "It snowed on 4 March.",
        "We spoke about the storm; on 4 March it came."})
    CHECK(check(text) == text);
  CHECK(marked(make_wrong_interview_date, "We met on Monday.", facts("2026-03-03", "")) ==
        "We met on Monday.");
}
