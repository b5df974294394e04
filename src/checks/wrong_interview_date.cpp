#include "checks/wrong_interview_date.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/one_of.hpp"
#include "checks/derived.hpp"
#include "facts/written_date.hpp"

namespace mailcheck {
namespace {

using std::chrono::days;
using std::chrono::local_days;

/// Words between “interview” and its date: “the interview for the Data Analyst position on 3
/// March”.
constexpr std::size_t widest_gap = 10;
/// Beyond these a weekday alone may be that of another week.
constexpr days days_of_weekday{6};

bool is_meeting(std::string_view word) {
  return is_one_of(word, {"interview", "interviewed", "interviewing", "met", "meeting", "spoke",
                          "speaking", "conversation", "talked", "discussion"});
}

/// Whether the sentence may speak of another day than that of the interview.
bool may_be_other_day(const SentenceWords& sentence) {
  return sentence.has(
      {"next",       "will",     "second",      "again",   "follow",   "schedule",  "scheduled",
       "available",  "could",    "would",       "until",   "by",       "first",     "final",
       "third",      "other",    "another",     "before",  "after",    "since",     "deadline",
       "decide",     "decision", "start",       "hear",    "upcoming", "later",     "tomorrow",
       "let",        "confirm",  "previous",    "earlier", "moved",    "postponed", "rescheduled",
       "originally", "between",  "or",          "if",      "when",     "cancelled", "phone",
       "screening",  "applied",  "application", "forward", "please"});
}

bool ends_clause(std::string_view gap) {
  constexpr std::string_view marks[] = {";", ":", "–", "—", " - "};
  return std::any_of(std::begin(marks), std::end(marks), [&](std::string_view mark) {
    return gap.find(mark) != std::string_view::npos;
  });
}

class Search {
 public:
  explicit Search(const Context& context)
      : context_(context), dates_(context.derived.dates(context)) {}

  std::vector<Hit> run() const {
    std::vector<Hit> hits;
    if (!context_.facts.interview.date)
      return hits;
    for (const SentenceWords& sentence : context_.derived.sentence_words(context_)) {
      if (sentence.region != RegionKind::body || may_be_other_day(sentence))
        continue;
      const auto meeting =
          std::find_if(sentence.words.begin(), sentence.words.end(),
                       [](const SentenceWord& word) { return is_meeting(word.plain); });
      if (meeting == sentence.words.end())
        continue;
      const auto first = static_cast<std::size_t>(meeting - sentence.words.begin()) + 1;
      judge(sentence, first, hits);
    }
    return hits;
  }

 private:
  void judge(const SentenceWords& sentence, std::size_t first, std::vector<Hit>& hits) const {
    const std::size_t last = std::min(first + widest_gap, sentence.words.size());
    for (std::size_t i = first; i < last; ++i) {
      const SentenceWord& word = sentence.words[i];
      // “We spoke about the storm; on 4 March it came.”
      if (ends_clause(gap_before(sentence, i)) || word.plain == "and")
        return;
      const auto date = std::find_if(
          dates_.begin(), dates_.end(),
          [&](const WrittenDate& candidate) { return candidate.span.begin == word.span.begin; });
      if (date != dates_.end()) {
        if (is_other_date(*date))
          hits.push_back(hit_at(date->span));
        return;
      }
      const std::optional<std::chrono::weekday> weekday = weekday_of(word.plain);
      if (!weekday || word.is_possessive)
        continue;
      // “the conversation on Friday afternoon”, but not “about the Friday shifts”.
      const bool is_dated = is_one_of(sentence.at(i - 1), {"on", "last", "this"});
      if (is_dated && is_other_weekday(*weekday))
        hits.push_back(hit_at(word.span));
      return;
    }
  }

  [[nodiscard]] std::string_view gap_before(const SentenceWords& sentence, std::size_t i) const {
    const TextSpan gap{sentence.words[i - 1].span.end, sentence.words[i].span.begin};
    return slice(std::string_view(context_.draft.text), gap);
  }

  [[nodiscard]] bool is_other_date(const WrittenDate& date) const {
    const std::chrono::year_month_day met = context_.facts.interview.date->day;
    const std::chrono::month_day day = met.month() / met.day();
    const bool is_same_day = date.day == day || date.swapped == day;
    return !is_same_day || (date.year && *date.year != met.year());
  }

  [[nodiscard]] bool is_other_weekday(std::chrono::weekday weekday) const {
    const std::optional<local_days> sent =
        sending_day(context_.facts.timeline, context_.facts.interview);
    const local_days met = day_of(*context_.facts.interview.date);
    return sent && *sent >= met && *sent - met <= days_of_weekday &&
           weekday != std::chrono::weekday(met);
  }

  [[nodiscard]] Hit hit_at(TextSpan span) const {
    const std::chrono::year_month_day met = context_.facts.interview.date->day;
    return {.place = span,
            .detail = fmt::format("{}, {}", weekday_name(std::chrono::weekday(local_days(met))),
                                  day_name(met))};
  }

  const Context& context_;
  const std::vector<WrittenDate>& dates_;
};

}  // namespace

Result<CheckFunction> make_wrong_interview_date(const Params&) {
  return CheckFunction([](const Context& context) { return Search(context).run(); });
}

}  // namespace mailcheck
