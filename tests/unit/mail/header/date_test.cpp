#include "mail/header/date.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace mailcheck;

namespace {

// “2026-03-03 09:00:00 +60”, as the value was understood; “-” for a zone nobody knows.
std::string understood(std::string_view value) {
  const std::optional<DateTime> date = parse_date(value);
  if (!date)
    return "none";
  const std::string zone = date->zone_minutes ? fmt::format("{:+}", *date->zone_minutes) : "-";
  return fmt::format("{}-{:02}-{:02} {:02}:{:02}:{:02} {}", date->year, date->month, date->day,
                     date->hour, date->minute, date->second, zone);
}

struct Row {
  std::string_view value, expected;
};

}  // namespace

TEST_CASE("dates are read as RFC 5322 has them") {
  const Row rows[] = {
      {"Tue, 3 Mar 2026 09:00:05 +0100", "2026-03-03 09:00:05 +60"},
      {"3 Mar 2026 09:00:05 -0330", "2026-03-03 09:00:05 -210"},
      {"Tue, 3 Mar 2026 09:00 +0000", "2026-03-03 09:00:00 +0"},
      {"Tue, 3 Mar 2026 09:00:00 -0000", "2026-03-03 09:00:00 -"},
      {"Tue (a day), 3 (b (c)) Mar 2026 09:00:00 -0800 (PST)", "2026-03-03 09:00:00 -480"},
      {"Sun, 29 Feb 2004 23:59:60 GMT", "2004-02-29 23:59:60 +0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.expected);
  }
}

TEST_CASE("dates are read as obsolete and careless programs write them") {
  const Row rows[] = {
      {"3 Mar 26 9:00 EST", "2026-03-03 09:00:00 -300"},
      {"3 Mar 97 9:00 Z", "1997-03-03 09:00:00 +0"},
      {"3 Mar 126 9:00 A", "2026-03-03 09:00:00 -"},
      {"Tue Mar  3 09:00:00 2026", "2026-03-03 09:00:00 -"},
      {"Tue Mar  3 09:00:00 EST 2026", "2026-03-03 09:00:00 -300"},
      {"Tue Mar 3 09:00:00 -0800 2026", "2026-03-03 09:00:00 -480"},
      {"TUESDAY, 3 MARCH 2026 09:00:00 utc", "2026-03-03 09:00:00 +0"},
      {"Tue, 3-Mar-2026 09:00:00 GMT", "2026-03-03 09:00:00 +0"},
      {"Tue,3 Mar 2026 09:00:00+0100", "2026-03-03 09:00:00 +60"},
      {"Tue, 3 Mar 2026 09:00:00 GMT+0100", "2026-03-03 09:00:00 +60"},
      {"Tue, 3 Mar 2026 09:00:00 +01:30", "2026-03-03 09:00:00 +90"},
      {"Tue, 3 Mar 2026 09:00:00 +9900", "2026-03-03 09:00:00 -"},
      {"Tue, 3 Mar 2026 9:00 PM -0500", "2026-03-03 21:00:00 -300"},
      {"Tue, 3 Mar 2026 13:00 pm", "2026-03-03 13:00:00 -"},
      {"Tue, 3 Mar 2026 12:05 am", "2026-03-03 00:05:00 -"},
      {"Tue, 3 Mar 2026 09:00:00.123 +0000", "2026-03-03 09:00:00 +0"},
      {"Di, 3 Mar 2026 09:00:00 CET", "2026-03-03 09:00:00 -"},
      {"Tue, 3 Mar 2026 09:00:00 +0100 From: Dana <d@x>", "2026-03-03 09:00:00 +60"},
      {"3 Mar 2026 09:00 +0100,4 Mar 2026 10:00 +0200", "2026-03-03 09:00:00 +60"},
      {"Tue, 003 Mar 2026 09:00:00 +0100", "2026-03-03 09:00:00 +60"},
      {"March 3, 2026", "2026-03-03 00:00:00 -"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(understood(row.value) == row.expected);
  }
}

TEST_CASE("what is no date is none") {
  const std::string_view values[] = {
      "",
      "soon",
      "Tuesday",
      "3 Mar",
      "Mar 2026",
      "30 Feb 2026 09:00",
      "29 Feb 2026 09:00",
      "0 Mar 2026 09:00",
      "3 Mar 2026 24:00",
      "3 Mar 2026 09:60",
      "3 Mar 2026 09:00:61",
      "032 Mar 2026 09:00",
      "3 Mar 20260 09:00",
      "99999999999999999999 Mar 2026",
      "next Tue 3 Mar 2026",
      "3 Mar 2026 9",
      "3 Mar 2026 <x>",
      "(((",
  };
  for (const std::string_view value : values) {
    CAPTURE(value);
    CHECK(understood(value) == "none");
  }
}
