#include "facts/timeline.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;
using namespace std::chrono_literals;

namespace {

InterviewFacts interview_at(const char* date, const char* zone = "") {
  InterviewFacts facts;
  facts.date = parse_moment(date);
  facts.time_zone = zone;
  return facts;
}

Timeline sent_at(const char* moment) {
  return {Sending{parse_moment(moment).value(), SendingSource::given}};
}

}  // namespace

TEST_CASE("without both times there is no time between") {
  CHECK_FALSE(time_since_interview({}, interview_at("2026-03-03T10:00")).has_value());
  CHECK_FALSE(time_since_interview(sent_at("2026-03-04T10:00Z"), {}).has_value());
  CHECK_FALSE(
      time_since_interview(sent_at("2026-03-04T10:00Z"), interview_at("2026-03-03")).has_value());
}

TEST_CASE("times are compared in the zone of the interview, else in that of the sending") {
  const Timeline sent = sent_at("2026-03-03T18:00:00+01:00");
  CHECK(time_since_interview(sent, interview_at("2026-03-03T10:00")) == 8h);
  CHECK(time_since_interview(sent, interview_at("2026-03-03T10:00", "America/New_York")) == 2h);
  CHECK(time_since_interview(sent, interview_at("2026-03-03T10:00-08:00")) == -1h);
  CHECK(time_since_interview(sent_at("2026-03-03T18:00"),
                             interview_at("2026-03-03T10:00", "Europe/Oslo")) == 8h);
}

TEST_CASE("the day of the sending is that where the interview was") {
  const Timeline late = sent_at("2026-03-03T18:00:00-05:00");
  CHECK(sending_day(late, {}) == std::chrono::local_days{2026y / 3 / 3});
  CHECK(sending_day(late, interview_at("2026-03-03", "Europe/Oslo")) ==
        std::chrono::local_days{2026y / 3 / 4});
  CHECK_FALSE(sending_day({}, {}).has_value());
  CHECK_FALSE(
      sending_time_there(sent_at("2026-03-03T18:00"), interview_at("2026-03-03", "Europe/Oslo"))
          .has_value());
}
