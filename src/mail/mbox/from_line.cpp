#include "mail/mbox/from_line.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view from = "From ";

constexpr std::array<std::string_view, 7> weekdays = {"Mon", "Tue", "Wed", "Thu",
                                                      "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return equal_ignoring_case(name, word); });
}

bool is_number(std::string_view word, std::size_t least, std::size_t most) {
  return word.size() >= least && word.size() <= most &&
         std::all_of(word.begin(), word.end(), is_ascii_digit);
}

bool is_weekday(std::string_view word) {
  if (word.ends_with(','))
    word.remove_suffix(1);
  return is_one_of(word, weekdays);
}

/// hh:mm or hh:mm:ss.
bool is_time(std::string_view word) {
  std::size_t fields = 0;
  while (true) {
    const std::size_t colon = word.find(':');
    const std::string_view field = word.substr(0, colon);
    ++fields;
    if (!is_number(field, fields == 1 ? 1 : 2, 2))
      return false;
    if (colon == std::string_view::npos)
      return fields == 2 || fields == 3;
    word.remove_prefix(colon + 1);
  }
}

bool is_zone(std::string_view word) {
  if (word.starts_with('+') || word.starts_with('-'))
    return is_number(word.substr(1), 4, 4);
  return word.size() <= 5 && std::all_of(word.begin(), word.end(), is_ascii_letter);
}

bool is_year(std::string_view word) {
  return is_number(word, 4, 4) || is_number(word, 2, 2);
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t end = at;
    while (end < line.size() && !is_blank(line[end]))
      ++end;
    if (end > at)
      words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// The words from `at` on, and never more than there are.
class Words {
 public:
  Words(const std::vector<std::string_view>& words, std::size_t at) : words_(words), at_(at) {}

  template <class Test>
  bool take(Test test) {
    const bool taken = at_ < words_.size() && test(words_[at_]);
    at_ += taken ? 1U : 0U;
    return taken;
  }

 private:
  const std::vector<std::string_view>& words_;
  std::size_t at_;
};

bool is_month(std::string_view word) {
  return is_one_of(word, months);
}

bool is_day(std::string_view word) {
  return is_number(word, 1, 2);
}

/// “Tue Mar  3 10:00:00 CET 2026”, as ctime and its many relatives write it.
bool is_ctime_date(Words words) {
  if (!words.take(is_weekday) || !words.take(is_month) || !words.take(is_day) ||
      !words.take(is_time))
    return false;
  // “PST DST” is two words.
  if (words.take(is_zone))
    words.take(is_zone);
  return words.take(is_year);
}

/// “Tue, 3 Mar 2026 10:00:00 +0100”, as in the Date field.
bool is_field_date(Words words) {
  return words.take(is_weekday) && words.take(is_day) && words.take(is_month) &&
         words.take(is_year) && words.take(is_time);
}

}  // namespace

bool is_dated_from_line(std::string_view line) {
  if (!line.starts_with(from) || line.size() > from_line_limit)
    return false;
  const std::vector<std::string_view> words = words_of(line.substr(from.size()));
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (is_ctime_date({words, at}) || is_field_date({words, at}))
      return true;
  }
  return false;
}

bool is_undated_from_line(std::string_view line) {
  if (!line.starts_with(from) || line.size() > from_line_limit)
    return false;
  const std::string_view sender = trim(line.substr(from.size()));
  return sender.empty() || sender == "-" || sender == "MAILER-DAEMON" ||
         (sender.find('@') != std::string_view::npos &&
          sender.find_first_of(" \t") == std::string_view::npos);
}

}  // namespace mailcheck
