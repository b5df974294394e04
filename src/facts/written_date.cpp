#include "facts/written_date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/unicode.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

using std::chrono::month_day;

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::size_t short_name = 3;
constexpr int first_year = 1900;
constexpr int last_year = 2199;

/// “Tues”, “Thurs”, “Weds” and the three-letter forms. “Sun” and “sat” are words, too: a short form
/// counts only with a capital.
bool is_short_weekday(std::string_view key, std::string_view name) {
  if (key == "weds")
    return name == "wednesday";
  return key.size() >= short_name && key.size() <= 5 && name.starts_with(key);
}

bool is_capital(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

/// Whether a word may be a name that begins with one of these letters; most words are none.
bool may_be_name(std::string_view word, std::string_view initials) {
  return word.size() >= short_name && (initials.find(ascii_lower(word.front())) != initials.npos ||
                                       static_cast<unsigned char>(word.front()) >= 0x80);
}

std::optional<unsigned> month_of(std::string_view word) {
  if (!may_be_name(word, "adfjmnos"))
    return std::nullopt;
  const std::string key = fold_case(word);
  for (unsigned i = 0; i < months.size(); ++i) {
    const bool is_short = is_capital(word) && (key.size() == short_name || key == "sept") &&
                          months.at(i).starts_with(key);
    // “may” and “march” in lower case are verbs.
    const bool is_whole = key == months.at(i) && (is_capital(word) || key.size() > 5);
    if (is_short || is_whole)
      return i + 1;
  }
  return std::nullopt;
}

/// Up to `digits` digits, all of `text`.
std::optional<int> number_of(std::string_view text, std::size_t digits) {
  if (text.empty() || text.size() > digits ||
      !std::all_of(text.begin(), text.end(), is_ascii_digit))
    return std::nullopt;
  int value = 0;
  for (const char c : text)
    value = value * 10 + (c - '0');
  return value;
}

/// “3” or “3rd”.
std::optional<int> day_number(std::string_view word) {
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (word.size() > ordinal.size() && word.ends_with(ordinal)) {
      word.remove_suffix(ordinal.size());
      break;
    }
  }
  return number_of(word, 2);
}

std::optional<int> year_number(std::string_view word) {
  const std::optional<int> year = word.size() == 4 ? number_of(word, 4) : std::nullopt;
  return year && *year >= first_year && *year <= last_year ? year : std::nullopt;
}

std::optional<month_day> day_in(int month, int day) {
  const month_day found = std::chrono::month(static_cast<unsigned>(month)) /
                          std::chrono::day(static_cast<unsigned>(day));
  return month >= 1 && day >= 1 && found.ok() ? std::optional(found) : std::nullopt;
}

class Reader {
 public:
  Reader(const Draft& draft, const Text& text) : all_(draft.text), words_(text.words) {}

  std::vector<WrittenDate> read() {
    std::vector<WrittenDate> dates;
    for (std::size_t at = 0; at < words_.size();) {
      const RegionKind region = words_[at].region;
      next_ = at;
      WrittenDate date;
      const bool is_read =
          (region == RegionKind::body || region == RegionKind::subject) && read_date(date);
      if (is_read) {
        date.span = {words_[at].span.begin, words_[next_ - 1].span.end};
        // “3 March (Tuesday)” with its bracket.
        if (slice(all_, date.span).find('(') != std::string_view::npos &&
            all_.substr(date.span.end).starts_with(')'))
          ++date.span.end;
        date.sentence = words_[at].sentence;
        dates.push_back(date);
      }
      at = is_read ? next_ : at + 1;
    }
    return dates;
  }

 private:
  /// The word `ahead` of the next one; empty behind the end of the sentence.
  [[nodiscard]] std::string_view word(std::size_t ahead = 0) const {
    const std::size_t at = next_ + ahead;
    if (at >= words_.size() || words_[at].sentence != words_[first_].sentence)
      return {};
    return slice(all_, words_[at].span);
  }

  /// What stands before the word `ahead` of the next one, back to the word before.
  [[nodiscard]] std::string_view gap(std::size_t ahead = 0) const {
    const std::size_t at = next_ + ahead;
    if (at == 0 || at >= words_.size())
      return {};
    return slice(all_, TextSpan{words_[at - 1].span.end, words_[at].span.begin});
  }

  /// Whether the words are only apart by a space, perhaps with a comma or a full stop.
  [[nodiscard]] bool is_near(std::size_t ahead = 0) const {
    const std::string_view between = gap(ahead);
    return !between.empty() && between.size() <= 4 &&
           between.find_first_not_of(" \n,.") == std::string_view::npos;
  }

  bool read_date(WrittenDate& date) {
    first_ = next_;
    date.weekday = weekday_of(word());
    if (date.weekday) {
      date.weekday_span = words_[next_].span;
      take();
      if (is_near() && (word() == "the" || word() == "on"))
        take();
      if (!is_near())
        return false;
    }
    if (!read_day(date))
      return false;
    if (!date.weekday)
      read_weekday_behind(date);
    return true;
  }

  void take() { ++next_; }

  bool read_day(WrittenDate& date) {
    return read_day_first(date) || read_month_first(date) || read_numeric(date) ||
           read_dotted(date);
  }

  /// “3 March”, “the 3rd of March”.
  bool read_day_first(WrittenDate& date) {
    const std::optional<int> day = day_number(word());
    if (!day)
      return false;
    const std::size_t of = word(1) == "of" ? 1 : 0;
    const std::optional<unsigned> month = month_of(word(1 + of));
    if (!month || !is_near(1) || (of == 1 && !is_near(2)))
      return false;
    const std::optional<month_day> found = day_in(static_cast<int>(*month), *day);
    if (!found)
      return false;
    date.day = *found;
    next_ += 1 + of;
    take();
    read_year(date);
    return true;
  }

  /// “March 3”, “March the 3rd”.
  bool read_month_first(WrittenDate& date) {
    const std::optional<unsigned> month = month_of(word());
    if (!month)
      return false;
    const std::size_t the = word(1) == "the" ? 1 : 0;
    const std::optional<int> day = day_number(word(1 + the));
    if (!day || !is_near(1) || (the == 1 && !is_near(2)))
      return false;
    const std::optional<month_day> found = day_in(static_cast<int>(*month), *day);
    if (!found)
      return false;
    date.day = *found;
    next_ += 1 + the;
    take();
    read_year(date);
    return true;
  }

  void read_year(WrittenDate& date) {
    const std::optional<int> year = year_number(word());
    if (!year || !is_near())
      return;
    date.year = std::chrono::year(*year);
    take();
  }

  /// “2026-03-03”, “3/4/2026”, “3-4-2026”.
  bool read_numeric(WrittenDate& date) {
    const std::string_view mark = gap(1);
    if ((mark != "-" && mark != "/") || gap(2) != mark)
      return false;
    const std::string_view parts[] = {word(), word(1), word(2)};
    const std::optional<int> second = number_of(parts[1], 2);
    if (const std::optional<int> year = year_number(parts[0])) {
      const std::optional<int> day = number_of(parts[2], 2);
      if (!second || !day || !take_numeric(date, *year, *second, *day))
        return false;
      date.swapped.reset();
      return true;
    }
    const std::optional<int> first = number_of(parts[0], 2);
    const std::optional<int> year = year_number(parts[2]);
    return first && second && year && take_numeric(date, *year, *first, *second);
  }

  bool take_numeric(WrittenDate& date, int year, int month, int day) {
    if (!set_numeric(date, year, month, day))
      return false;
    next_ += 2;
    take();
    return true;
  }

  static bool set_numeric(WrittenDate& date, int year, int month, int day) {
    const std::optional<month_day> one = day_in(month, day);
    const std::optional<month_day> other = day_in(day, month);
    if (!one && !other)
      return false;
    date.day = one ? *one : *other;
    if (one && other && *one != *other)
      date.swapped = other;
    date.year = std::chrono::year(year);
    return true;
  }

  /// “3.3.2026”, which is one word; the day comes first.
  bool read_dotted(WrittenDate& date) {
    const std::string_view text = word();
    const std::size_t first = text.find('.');
    const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second == std::string_view::npos)
      return false;
    const std::optional<int> day = number_of(text.substr(0, first), 2);
    const std::optional<int> month = number_of(text.substr(first + 1, second - first - 1), 2);
    const std::optional<int> year = year_number(text.substr(second + 1));
    if (!day || !month || !year || !day_in(*month, *day))
      return false;
    date.day = *day_in(*month, *day);
    date.year = std::chrono::year(*year);
    take();
    return true;
  }

  /// “3 March (Tuesday)”, “3 March, a Tuesday”.
  void read_weekday_behind(WrittenDate& date) {
    const std::size_t article = word() == "a" && is_near() ? 1 : 0;
    const std::string_view before = gap(article);
    const std::optional<std::chrono::weekday> weekday = weekday_of(word(article));
    if (!weekday || (article == 0 ? before != " (" : before != " "))
      return;
    date.weekday = weekday;
    date.weekday_span = words_[next_ + article].span;
    next_ += article;
    take();
  }

  std::string_view all_;
  const std::vector<Word>& words_;
  std::size_t next_ = 0;
  std::size_t first_ = 0;  // where the date begins
};

}  // namespace

std::optional<std::chrono::weekday> weekday_of(std::string_view word) {
  if (!may_be_name(word, "fmstw"))
    return std::nullopt;
  const std::string key = fold_case(word);
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    if (key == weekdays.at(i) || (is_capital(word) && is_short_weekday(key, weekdays.at(i))))
      return std::chrono::weekday(i);
  }
  return std::nullopt;
}

std::vector<WrittenDate> find_dates(const Draft& draft, const Text& text) {
  return Reader(draft, text).read();
}

}  // namespace mailcheck
