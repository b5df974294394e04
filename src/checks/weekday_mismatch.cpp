#include "checks/weekday_mismatch.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "checks/derived.hpp"
#include "facts/written_date.hpp"

namespace mailcheck {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::month_day;
using std::chrono::weekday;

/// A date without a year that is further off may be that of another year.
constexpr days near{150};

/// Days that the mail has to do with. What the clock says is none: the draft may be an old one.
std::vector<local_days> known_days(const Facts& facts) {
  std::vector<local_days> known;
  if (facts.interview.date)
    known.push_back(day_of(*facts.interview.date));
  if (facts.interview.decision_by)
    known.push_back(day_of(*facts.interview.decision_by));
  const std::optional<Sending>& sending = facts.timeline.sending;
  if (sending && sending->source != SendingSource::clock)
    known.push_back(day_of(sending->moment));
  return known;
}

std::optional<weekday> weekday_in(std::chrono::year year, month_day day) {
  const std::chrono::year_month_day date = year / day;
  return date.ok() ? std::optional(weekday(local_days(date))) : std::nullopt;
}

/// The weekdays that a day without a year may fall on.
std::vector<weekday> likely_weekdays(month_day day, const std::vector<local_days>& known) {
  std::vector<weekday> found;
  for (const local_days other : known) {
    const std::chrono::year year = std::chrono::year_month_day(other).year();
    for (const int offset : {-1, 0, 1}) {
      const std::chrono::year_month_day date = (year + std::chrono::years(offset)) / day;
      if (date.ok() && std::chrono::abs(local_days(date) - other) <= near)
        found.push_back(weekday(local_days(date)));
    }
  }
  return found;
}

/// What the weekday should be: the first of what it may be, or nothing when it is right or cannot
/// be told.
std::optional<weekday> right_weekday(const WrittenDate& date,
                                     const std::vector<local_days>& known) {
  std::vector<weekday> possible;
  if (!date.year)
    possible = likely_weekdays(date.day, known);
  for (const std::optional<month_day>& day : {std::optional(date.day), date.swapped}) {
    const std::optional<weekday> found =
        date.year && day ? weekday_in(*date.year, *day) : std::nullopt;
    if (found)
      possible.push_back(*found);
  }
  const bool is_right =
      std::find(possible.begin(), possible.end(), *date.weekday) != possible.end();
  return possible.empty() || is_right ? std::nullopt : std::optional(possible.front());
}

std::vector<Hit> run(const Context& context) {
  const std::vector<local_days> known = known_days(context.facts);
  std::vector<Hit> hits;
  for (const WrittenDate& date : context.derived.dates(context)) {
    const std::optional<weekday> right = date.weekday ? right_weekday(date, known) : std::nullopt;
    if (!right)
      continue;
    const std::string name(weekday_name(*right));
    Hit hit{.place = date.span, .detail = name};
    // Between two readings of “3/4/2026” nobody but the writer can choose.
    if (!date.swapped)
      hit.repairs = {{.edits = {{date.weekday_span, name}}}};
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_weekday_mismatch(const Params&) {
  return CheckFunction(run);
}

}  // namespace mailcheck
