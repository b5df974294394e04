#include "base/time_zone.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace mailcheck;
using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::sys_days;

TEST_CASE("a zone has a name of the IANA database") {
  CHECK(TimeZone::named("Europe/Oslo").has_value());
  CHECK(TimeZone::named("UTC").has_value());
  for (const char* name : {"Europe/Olso", "", "GMT+2", "Oslo", "Europe/Oslo\n", "Øst"})
    CHECK_FALSE(TimeZone::named(name).has_value());
}

TEST_CASE("the names hold the common ones") {
  const std::vector<std::string> names = TimeZone::names();
  CHECK(std::find(names.begin(), names.end(), "America/New_York") != names.end());
}

TEST_CASE("offsets follow summer time") {
  const TimeZone oslo = TimeZone::named("Europe/Oslo").value();
  CHECK(oslo.offset_at(sys_days{2026y / 3 / 3}) == 60min);
  CHECK(oslo.offset_at(sys_days{2026y / 7 / 3}) == 120min);
  CHECK(TimeZone::named("America/New_York")->offset_at(sys_days{2026y / 7 / 3}) == -240min);
}

TEST_CASE("a local time is an instant, also beside a change of the clocks") {
  const TimeZone oslo = TimeZone::named("Europe/Oslo").value();
  CHECK(oslo.instant_of(local_days{2026y / 3 / 3} + 10h) == sys_days{2026y / 3 / 3} + 9h);
  CHECK(oslo.instant_of(local_days{2026y / 3 / 29} + 1h) == sys_days{2026y / 3 / 29});
  CHECK(oslo.instant_of(local_days{2026y / 3 / 29} + 4h) == sys_days{2026y / 3 / 29} + 2h);
}
