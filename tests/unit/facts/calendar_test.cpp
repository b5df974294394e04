#include "facts/calendar.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;
using namespace std::chrono_literals;
using std::chrono::local_days;

TEST_CASE("a moment is a day, a local time, or an instant") {
  CHECK(parse_moment("2026-03-03") == Moment{2026y / 3 / 3, {}, {}});
  CHECK(parse_moment("2026-03-03T10:00:00") == Moment{2026y / 3 / 3, 10h, {}});
  CHECK(parse_moment("2026-03-03 10:05") == Moment{2026y / 3 / 3, 10h + 5min, {}});
  CHECK(parse_moment("2026-03-03T10:00:00Z") == Moment{2026y / 3 / 3, 10h, 0min});
  CHECK(parse_moment("2026-03-03t10:00:00.250-05:30") == Moment{2026y / 3 / 3, 10h, -330min});
}

TEST_CASE("what no calendar or clock has is no moment") {
  for (const char* text :
       {"", "2026", "2026-02-30", "2026-13-01", "2026-3-3", "2026-03-03T", "2026-03-03T25:00",
        "2026-03-03T10:60", "2026-03-03T10:00:00+1", "2026-03-03T10:00:00Zx", "10:00:00",
        "0999-01-01", "2026-03-03T10", "2026-03-03T10:00:00+24:00", "2026-03-03x", "20260303"})
    CHECK_FALSE_MESSAGE(parse_moment(text).has_value(), text);
}

TEST_CASE("a moment is written as it was read") {
  for (const char* text : {"2026-03-03", "2026-03-03T10:00:00", "2026-03-03T10:00:00Z",
                           "2026-03-03T10:00:00+01:00", "2026-03-03T23:59:59-09:30"})
    CHECK(to_string(parse_moment(text).value()) == text);
}

TEST_CASE("working days leave out weekends") {
  const local_days friday{2026y / 3 / 6};
  CHECK(working_days_between(friday, friday) == 0);
  CHECK(working_days_between(friday, friday + std::chrono::days(3)) == 1);
  CHECK(working_days_between(friday, friday + std::chrono::days(14)) == 10);
  CHECK(working_days_between(friday, friday - std::chrono::days(3)) == 0);
  CHECK(weekend_days_between(friday, friday + std::chrono::days(3)) == 2);
  CHECK(weekend_days_between(friday, friday + std::chrono::days(9)) == 4);
  CHECK(add_working_days(friday, 1) == friday + std::chrono::days(3));
  CHECK(add_working_days(friday + std::chrono::days(1), 1) == friday + std::chrono::days(3));
  CHECK(working_days_between(local_days{1900y / 1 / 1}, local_days{2199y / 1 / 1}) > 70'000);
}

TEST_CASE("days have names") {
  CHECK(weekday_name(std::chrono::weekday(local_days{2026y / 3 / 3})) == "Tuesday");
  CHECK(day_name(2026y / 3 / 3) == "3 March 2026");
}
