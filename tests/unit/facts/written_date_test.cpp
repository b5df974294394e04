#include "facts/written_date.hpp"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "facts/calendar.hpp"

using namespace mailcheck;

namespace {

/// “Tue 3 March 2026 3/3” for each date: weekday, day and month, year.
std::string dates_in(const std::string& text) {
  const Draft draft = parse_draft({"-", text + "\n"});
  std::string out;
  for (const WrittenDate& date : find_dates(draft, analyze(draft))) {
    out += out.empty() ? "" : " | ";
    out += fmt::format("[{}]", slice(std::string_view(draft.text), date.span));
    if (date.weekday)
      out += fmt::format(" {}", weekday_name(*date.weekday).substr(0, 3));
    out += fmt::format(" {}/{}", static_cast<unsigned>(date.day.day()),
                       static_cast<unsigned>(date.day.month()));
    if (date.year)
      out += fmt::format("/{}", static_cast<int>(*date.year));
    out += date.swapped ? " or" : "";
  }
  return out;
}

}  // namespace

TEST_CASE("dates are found in the forms people write") {
  const std::pair<const char*, const char*> rows[] = {
      {"We met on Tuesday, 3 March 2026, there.", "[Tuesday, 3 March 2026] Tue 3/3/2026"},
      {"We met Tue, Mar 3rd.", "[Tue, Mar 3rd] Tue 3/3"},
      {"We met on Tuesday, the 3rd of March.", "[Tuesday, the 3rd of March] Tue 3/3"},
      {"We met on March 3, 2026, and spoke.", "[March 3, 2026] 3/3/2026"},
      {"We met on Thurs. 5 Mar 2026.", "[Thurs. 5 Mar 2026] Thu 5/3/2026"},
      {"We met on 2026-03-03.", "[2026-03-03] 3/3/2026"},
      {"We met on 3/13/2026.", "[3/13/2026] 13/3/2026"},
      {"We met on 3/4/2026.", "[3/4/2026] 4/3/2026 or"},
      {"We met on 3.4.2026.", "[3.4.2026] 3/4/2026"},
      {"We met on 3 March (Tuesday).", "[3 March (Tuesday)] Tue 3/3"},
      {"From Monday 2 March to Friday 6 March.",
       "[Monday 2 March] Mon 2/3 | [Friday 6 March] Fri 6/3"},
  };
  for (const auto& [text, expected] : rows)
    CHECK(dates_in(text) == expected);
}

TEST_CASE("what is no date for sure is none") {
  for (const char* text :
       {"We may 3 times sit down.", "On Tuesday 3 of us came.", "It was 31 February.",
        "The 3/4 majority and 1/2 of it.", "On Tuesday. 3 of March's men came late.",
        "In March 2026 we met.", "Version 1.2.3 of it.", "They march 3 miles.", "See 10-12-13."})
    CHECK_MESSAGE(dates_in(text).empty(), text << dates_in(text));
}

TEST_CASE("a short weekday has a capital") {
  CHECK(weekday_of("Sat").has_value());
  CHECK_FALSE(weekday_of("sat").has_value());
  CHECK(weekday_of("saturday").has_value());
  CHECK_FALSE(weekday_of("Sunny").has_value());
  CHECK_FALSE(weekday_of("").has_value());
}
