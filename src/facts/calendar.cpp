#include "facts/calendar.hpp"

#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year_month_day;

constexpr int first_year = 1900;
constexpr int last_year = 2199;
constexpr days week{7};

constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// Reads a moment from left to right; after a failure nothing more is taken.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Moment> read() {
    Moment moment;
    const int year = number(4);
    const bool has_month = skip("-");
    const int month = number(2);
    const bool has_day = has_month && skip("-");
    const int day = number(2);
    moment.day = std::chrono::year(year) / month / day;
    if (failed_ || !has_day || !moment.day.ok() || year < first_year || year > last_year)
      return std::nullopt;
    if (text_.empty())
      return moment;
    if (!skip("Tt ") || !read_time(moment) || !text_.empty())
      return std::nullopt;
    return moment;
  }

 private:
  bool skip(std::string_view one_of) {
    if (text_.empty() || one_of.find(text_.front()) == std::string_view::npos)
      return false;
    text_.remove_prefix(1);
    return true;
  }

  int number(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (text_.empty() || !is_ascii_digit(text_.front())) {
        failed_ = true;
        return 0;
      }
      value = value * 10 + (text_.front() - '0');
      text_.remove_prefix(1);
    }
    return value;
  }

  bool read_time(Moment& moment) {
    const int hour = number(2);
    if (!skip(":"))
      return false;
    const int minute = number(2);
    // A leap second is one second early.
    int second = skip(":") ? number(2) : 0;
    second -= second == 60 ? 1 : 0;
    if (skip(".")) {
      number(1);
      while (!text_.empty() && is_ascii_digit(text_.front()))
        text_.remove_prefix(1);
    }
    if (failed_ || hour > 23 || minute > 59 || second > 59)
      return false;
    moment.time =
        std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
    return read_offset(moment);
  }

  bool read_offset(Moment& moment) {
    if (text_.empty())
      return true;
    if (skip("Zz")) {
      moment.offset = std::chrono::minutes(0);
      return true;
    }
    const bool is_west = text_.front() == '-';
    if (!skip("+-"))
      return false;
    const int hours = number(2);
    if (!skip(":"))
      return false;
    const int minutes = number(2);
    if (failed_ || hours > 23 || minutes > 59)
      return false;
    const int total = hours * 60 + minutes;
    moment.offset = std::chrono::minutes(is_west ? -total : total);
    return true;
  }

  std::string_view text_;
  bool failed_ = false;
};

int count_days(local_days from, local_days to, bool working) {
  if (to <= from)
    return 0;
  // Whole weeks at once, so that dates centuries apart cost no more than near ones.
  const auto weeks = (to - from) / week;
  int count = static_cast<int>(weeks) * (working ? 5 : 2);
  for (local_days day = from + weeks * week + days(1); day <= to; day += days(1))
    count += is_working_day(day) == working ? 1 : 0;
  return count;
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  return Reader(text).read();
}

std::string to_string(const Moment& moment) {
  std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(moment.day.year()),
                                 static_cast<unsigned>(moment.day.month()),
                                 static_cast<unsigned>(moment.day.day()));
  if (!moment.time)
    return text;
  const std::chrono::hh_mm_ss clock(*moment.time);
  text += fmt::format("T{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(),
                      clock.seconds().count());
  if (!moment.offset)
    return text;
  const auto minutes = moment.offset->count();
  if (minutes == 0)
    return text + "Z";
  return text + fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                            std::abs(minutes) % 60);
}

Moment moment_of(const DateTime& date) {
  Moment moment;
  moment.day = std::chrono::year(date.year) / date.month / date.day;
  moment.time = std::chrono::hours(date.hour) + std::chrono::minutes(date.minute) +
                std::chrono::seconds(date.second);
  if (date.zone_minutes)
    moment.offset = std::chrono::minutes(*date.zone_minutes);
  return moment;
}

local_days day_of(const Moment& moment) {
  return local_days(moment.day);
}

std::chrono::local_seconds local_time_of(const Moment& moment) {
  return day_of(moment) + moment.time.value_or(std::chrono::seconds(0));
}

bool is_working_day(local_days day) {
  return std::chrono::weekday(day).iso_encoding() <= 5;
}

local_days add_working_days(local_days day, int count) {
  for (int added = 0; added < count;) {
    day += days(1);
    added += is_working_day(day) ? 1 : 0;
  }
  return day;
}

int working_days_between(local_days from, local_days to) {
  return count_days(from, to, true);
}

int weekend_days_between(local_days from, local_days to) {
  return count_days(from, to, false);
}

std::string_view weekday_name(std::chrono::weekday weekday) {
  return weekdays.at(weekday.c_encoding());
}

std::string day_name(year_month_day day) {
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                     months.at(static_cast<unsigned>(day.month()) - 1),
                     static_cast<int>(day.year()));
}

}  // namespace mailcheck
