#pragma once

// Days and times as people give them: with or without a time of day, with or without a time zone.
// And the arithmetic of working days, Monday to Friday; holidays are not known. No clock here.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "mail/draft.hpp"

namespace mailcheck {

/// A day, perhaps with a time of day, perhaps with an offset from UTC.
struct Moment {
  std::chrono::year_month_day day;
  std::optional<std::chrono::seconds> time = {};    ///< Since midnight.
  std::optional<std::chrono::minutes> offset = {};  ///< East of UTC.

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// “2026-03-03”, “2026-03-03T10:00”, “2026-03-03 10:00:00+01:00” (RFC 3339, seconds and offset
/// optional, years from 1900 to 2199); nothing for any other text or a day that no calendar has.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);
/// The same, the other way.
[[nodiscard]] std::string to_string(const Moment& moment);
/// The date of a header field.
[[nodiscard]] Moment moment_of(const DateTime& date);

[[nodiscard]] std::chrono::local_days day_of(const Moment& moment);
/// What a clock shows at that moment; midnight when there is no time.
[[nodiscard]] std::chrono::local_seconds local_time_of(const Moment& moment);

[[nodiscard]] bool is_working_day(std::chrono::local_days day);
/// The working day that is `count` working days later; `count` is 0 to 100.
[[nodiscard]] std::chrono::local_days add_working_days(std::chrono::local_days day, int count);
/// Working days after `from`, up to and with `to`; 0 when `to` is not later. Linear in weeks.
[[nodiscard]] int working_days_between(std::chrono::local_days from, std::chrono::local_days to);
/// Saturdays and Sundays after `from`, up to and with `to`.
[[nodiscard]] int weekend_days_between(std::chrono::local_days from, std::chrono::local_days to);

/// “Tuesday”.
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday weekday);
/// “3 March 2026”.
[[nodiscard]] std::string day_name(std::chrono::year_month_day day);

}  // namespace mailcheck
