#include "mail/header/date.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

/// Parts of a date that are looked at; “Tuesday, 3 March 2026 09:00:00 +0100” has seven.
constexpr int part_limit = 20;
/// Digits of a number; more are no date.
constexpr std::size_t digit_limit = 4;
/// Letters of the shortest form of a month's name.
constexpr std::size_t short_name = 3;

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

struct Zone {
  std::string_view name;
  int hours;
};
// RFC 5322 §4.3. Other names, the military letters among them, say nothing certain.
constexpr Zone zones[] = {{"ut", 0},   {"utc", 0},  {"gmt", 0},  {"z", 0},
                          {"est", -5}, {"edt", -4}, {"cst", -6}, {"cdt", -5},
                          {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};

bool is_name_char(char c) {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_of(int month, int year) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

// The number of a month, or 0.
int month_named(std::string_view name) {
  const std::string lower = to_ascii_lower(name);
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (lower.size() >= short_name && months.at(i).starts_with(lower))
      return static_cast<int>(i) + 1;
  }
  return lower == "sept" ? 9 : 0;
}

class Reader {
 public:
  explicit Reader(std::string_view value) : value_(value) {}

  std::optional<DateTime> read() {
    bool is_read = true;
    for (int parts = 0; is_read && skip_separators(); ++parts)
      is_read = parts < part_limit && read_part();
    // What stands behind a whole date with its time is passed over.
    const bool is_date = has_year_ && has_month_ && has_day_ && (is_read || has_time_);
    if (!is_date || !is_possible())
      return std::nullopt;
    return date_;
  }

 private:
  // Steps over blanks, commas, comments and the hyphens of “3-Mar-2026”; false at the end.
  bool skip_separators() {
    std::size_t depth = 0;
    while (at_ < value_.size()) {
      const char c = value_[at_];
      if (c == '\\' && depth > 0)
        ++at_;
      else if (c == '(')
        ++depth;
      else if (c == ')' && depth > 0)
        --depth;
      else if (depth == 0 && !is_separator(c))
        return true;
      ++at_;
    }
    return false;
  }

  [[nodiscard]] bool is_separator(char c) const {
    return is_blank(c) || is_line_end(c) || c == ',' || c == '.' || (c == '-' && !has_time_);
  }

  bool read_part() {
    const char c = value_[at_];
    if (is_ascii_digit(c))
      return read_number_or_time();
    if (is_name_char(c))
      return read_name();
    if ((c == '+' || c == '-') && has_time_) {
      read_offset();
      return true;
    }
    return false;
  }

  // The number at the current place; nothing when it is too long.
  std::optional<int> read_number() {
    const std::size_t begin = at_;
    int number = 0;
    while (at_ < value_.size() && is_ascii_digit(value_[at_]) && at_ - begin <= digit_limit) {
      number = number * 10 + (value_[at_] - '0');
      ++at_;
    }
    digits_ = at_ - begin;
    if (digits_ == 0 || digits_ > digit_limit)
      return std::nullopt;
    return number;
  }

  bool read_number_or_time() {
    const bool has_leading_zero = value_[at_] == '0';
    const std::optional<int> number = read_number();
    if (!number)
      return false;
    if (at_ < value_.size() && value_[at_] == ':' && !has_time_)
      return read_time(*number);
    if (!has_day_ && (digits_ <= 2 || has_leading_zero)) {
      date_.day = *number;
      has_day_ = true;
      return true;
    }
    if (has_year_)
      return false;
    set_year(*number);
    return true;
  }

  // Two digits from 50 on and three digits are years of the twentieth century (RFC 5322 §4.3).
  void set_year(int number) {
    if (digits_ == 3 || (digits_ == 2 && number >= 50))
      number += 1900;
    else if (digits_ <= 2)
      number += 2000;
    date_.year = number;
    has_year_ = true;
  }

  bool read_time(int hour) {
    ++at_;
    const std::optional<int> minute = read_number();
    if (!minute)
      return false;
    std::optional<int> second = 0;
    if (at_ < value_.size() && value_[at_] == ':') {
      ++at_;
      second = read_number();
    }
    if (!second)
      return false;
    date_.hour = hour;
    date_.minute = *minute;
    date_.second = *second;
    has_time_ = true;
    skip_fraction();
    return true;
  }

  void skip_fraction() {
    if (at_ + 1 >= value_.size() || value_[at_] != '.' || !is_ascii_digit(value_[at_ + 1]))
      return;
    ++at_;
    while (at_ < value_.size() && is_ascii_digit(value_[at_]))
      ++at_;
  }

  bool read_name() {
    const std::size_t begin = at_;
    while (at_ < value_.size() && is_name_char(value_[at_]))
      ++at_;
    const std::string_view name = value_.substr(begin, at_ - begin);
    const int month = month_named(name);
    if (month != 0 && !has_month_) {
      date_.month = month;
      has_month_ = true;
      return true;
    }
    if (!has_time_) {
      // The week day, in any language.
      const bool is_first = !has_week_day_ && !has_month_ && !has_day_;
      has_week_day_ = true;
      return is_first;
    }
    if (equal_ignoring_case(name, "am") || equal_ignoring_case(name, "pm"))
      return read_half_of_day(ascii_lower(name.front()) == 'p');
    read_zone_name(name);
    return true;
  }

  bool read_half_of_day(bool is_afternoon) {
    if (date_.hour < 1 || date_.hour > 12)
      return false;
    date_.hour = date_.hour % 12 + (is_afternoon ? 12 : 0);
    return true;
  }

  // The first zone counts: “-0800 (PST)”, “+0100 CET”.
  void read_zone_name(std::string_view name) {
    if (has_zone_)
      return;
    for (const Zone& zone : zones) {
      if (equal_ignoring_case(zone.name, name)) {
        date_.zone_minutes = zone.hours * 60;
        // “GMT+0100”: the offset says more.
        has_zone_ =
            zone.hours != 0 || at_ >= value_.size() || (value_[at_] != '+' && value_[at_] != '-');
      }
    }
  }

  // “+0100”, “+01:00” or “+1”.
  void read_offset() {
    const bool is_west = value_[at_] == '-';
    ++at_;
    const std::optional<int> number = read_number();
    if (!number)
      return;
    int hours = *number;
    int minutes = 0;
    if (digits_ > 2) {
      minutes = hours % 100;
      hours /= 100;
    } else if (at_ < value_.size() && value_[at_] == ':') {
      ++at_;
      minutes = read_number().value_or(0);
    }
    const bool is_possible = hours < 24 && minutes < 60;
    if (has_zone_ || !is_possible)
      return;
    has_zone_ = true;
    const int east = (hours * 60 + minutes) * (is_west ? -1 : 1);
    date_.zone_minutes = is_west && east == 0 ? std::nullopt : std::optional<int>(east);
  }

  [[nodiscard]] bool is_possible() const {
    // RFC 5322 §3.3: a leap second is a second.
    return date_.day >= 1 && date_.day <= days_of(date_.month, date_.year) && date_.hour < 24 &&
           date_.minute < 60 && date_.second <= 60;
  }

  std::string_view value_;
  std::size_t at_ = 0;
  std::size_t digits_ = 0;  // Of the number read last.
  DateTime date_;
  bool has_week_day_ = false;
  bool has_day_ = false;
  bool has_month_ = false;
  bool has_year_ = false;
  bool has_time_ = false;
  bool has_zone_ = false;
};

}  // namespace

std::optional<DateTime> parse_date(std::string_view value) {
  return Reader(value).read();
}

}  // namespace mailcheck
