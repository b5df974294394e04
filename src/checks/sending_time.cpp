#include "checks/sending_time.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "checks/own_text.hpp"
#include "checks/sending_place.hpp"
#include "checks/stage_limit.hpp"

namespace mailcheck {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;

/// Days after which a draft that nobody dates is an old one, and not a late one.
constexpr days oldest_draft{60};

std::string count_of(long count, std::string_view unit) {
  return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

/// “20 minutes”, “5 hours”, “3 days”.
std::string duration_name(seconds duration) {
  if (duration < hours(2))
    return count_of(std::chrono::floor<minutes>(duration).count(), "minute");
  if (duration < hours(48))
    return count_of(std::chrono::floor<hours>(duration).count(), "hour");
  return count_of(std::chrono::floor<days>(duration).count(), "day");
}

/// Time since the interview, at least; of an interview without a time of day since the end of it.
std::optional<seconds> time_since(const Facts& facts) {
  if (const std::optional<seconds> exact = time_since_interview(facts.timeline, facts.interview))
    return exact;
  const std::optional<local_days> sent = sending_day(facts.timeline, facts.interview);
  if (!sent || !facts.interview.date)
    return std::nullopt;
  const local_days met = day_of(*facts.interview.date);
  // Any time of the next day is within a day, since nobody knows the hour.
  return *sent <= met ? seconds(0) : seconds(*sent - met - days(1)) + seconds(1);
}

/// The same without the Saturdays and Sundays between.
seconds working_time(const Facts& facts, seconds since) {
  const std::optional<local_days> sent = sending_day(facts.timeline, facts.interview);
  if (!sent || !facts.interview.date)
    return since;
  return since - days(weekend_days_between(day_of(*facts.interview.date), *sent));
}

bool is_old_draft(const Facts& facts, seconds since) {
  return facts.timeline.sending && facts.timeline.sending->source == SendingSource::clock &&
         since > oldest_draft;
}

/// A question, or a decision that is overdue, makes a mail more than thanks; unless the user says
/// that it is nothing else.
bool may_be_inquiry(const Context& context) {
  const Facts& facts = context.facts;
  if (facts.stage.given)
    return false;
  const std::optional<local_days> sent = sending_day(facts.timeline, facts.interview);
  const bool is_overdue =
      sent && facts.interview.decision_by && *sent > day_of(*facts.interview.decision_by);
  const std::vector<Sentence>& sentences = context.text.sentences;
  return is_overdue ||
         std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& sentence) {
           return sentence.region == RegionKind::body &&
                  slice(std::string_view(context.draft.text), sentence.span).ends_with('?');
         });
}

/// “Thank you for the interview”, at the beginning: what else it may be is not said.
bool begins_with_thanks(const Context& context) {
  constexpr std::string_view thanks[] = {"thank", "thanks", "grateful", "thankful"};
  constexpr std::string_view meetings[] = {"interview", "meeting",  "conversation", "meet",
                                           "talk",      "speaking", "visit",        "interviewing"};
  return first_block_holds(context, thanks) && first_block_holds(context, meetings);
}

struct LateLimits {
  hours after{0};
  hours until{0};
  bool is_working = false;
};

std::vector<Hit> run_late(const Context& context, const LateLimits& limits) {
  const Facts& facts = context.facts;
  const std::optional<seconds> since = time_since(facts);
  const bool is_thanks = is_sure(facts.stage) || begins_with_thanks(context);
  if (!since || !is_thanks || is_old_draft(facts, *since) || may_be_inquiry(context))
    return {};
  const seconds working = working_time(facts, *since);
  const bool is_late = (limits.is_working ? working : *since) > limits.after;
  const bool is_too_late_for_this = limits.until > hours(0) && working > limits.until;
  if (!is_late || is_too_late_for_this)
    return {};
  const std::optional<local_days> sent = sending_day(facts.timeline, facts.interview);
  const auto passed = sent ? (*sent - day_of(*facts.interview.date)).count() : 0;
  const bool has_time = facts.interview.date->time.has_value();
  return {{.place = sending_place(context),
           .detail = has_time ? duration_name(*since) : count_of(passed, "day")}};
}

std::vector<Hit> run_early(const Context& context, hours limit) {
  const Facts& facts = context.facts;
  const std::optional<seconds> since = time_since_interview(facts.timeline, facts.interview);
  if (!since || !is_sure(facts.stage) || *since < seconds(0) || *since >= limit)
    return {};
  return {{.place = sending_place(context), .detail = duration_name(*since)}};
}

struct InquiryLimits {
  int from = 0;
  int days = 0;
  bool decision = false;
};

std::vector<Hit> run_inquiry(const Context& context, const InquiryLimits& limits) {
  const Facts& facts = context.facts;
  const std::optional<local_days> sent = sending_day(facts.timeline, facts.interview);
  if (!sent || !is_sure(facts.stage))
    return {};
  if (facts.interview.decision_by) {
    const Moment& decision = *facts.interview.decision_by;
    if (!limits.decision || *sent >= add_working_days(day_of(decision), 1))
      return {};
    return {{.place = sending_place(context),
             .detail = fmt::format("they said they would decide by {}", day_name(decision.day))}};
  }
  if (!facts.interview.date || *sent < day_of(*facts.interview.date))
    return {};
  const int passed = working_days_between(day_of(*facts.interview.date), *sent);
  if (passed < limits.from || passed >= limits.days)
    return {};
  return {{.place = sending_place(context),
           .detail = fmt::format("the interview was {} ago", count_of(passed, "working day"))}};
}

std::vector<Hit> run_office_hours(const Context& context, hours first, hours last) {
  const std::optional<std::chrono::local_seconds> there =
      sending_time_there(context.facts.timeline, context.facts.interview);
  if (!there)
    return {};
  const auto day = std::chrono::floor<days>(*there);
  const seconds time = *there - day;
  if (is_working_day(day) && time >= first && time < last)
    return {};
  const std::chrono::hh_mm_ss clock(time);
  return {{.place = sending_place(context),
           .detail = fmt::format("{}, {:02}:{:02}", weekday_name(std::chrono::weekday(day)),
                                 clock.hours().count(), clock.minutes().count())}};
}

}  // namespace

Result<CheckFunction> make_late_thanks(const Params& params) {
  const Result<std::int64_t> after = params.integer("after", 24);
  if (!after)
    return after.error();
  const Result<std::int64_t> until = params.integer("until", 0);
  if (!until)
    return until.error();
  const Result<bool> working = params.boolean("working", false);
  if (!working)
    return working.error();
  return CheckFunction([limits = LateLimits{hours(*after), hours(*until), *working}](
                           const Context& context) { return run_late(context, limits); });
}

Result<CheckFunction> make_early_thanks(const Params& params) {
  const Result<std::int64_t> limit = params.integer("hours", 2);
  if (!limit)
    return limit.error();
  return CheckFunction(
      [limit = hours(*limit)](const Context& context) { return run_early(context, limit); });
}

Result<CheckFunction> make_early_inquiry(const Params& params) {
  constexpr std::int64_t most_days = 100;
  const Result<std::int64_t> from = params.integer("from", 0, 0, most_days);
  if (!from)
    return from.error();
  const Result<std::int64_t> count = params.integer("days", 3, 0, most_days);
  if (!count)
    return count.error();
  const Result<bool> decision = params.boolean("decision", false);
  if (!decision)
    return decision.error();
  const InquiryLimits limits{static_cast<int>(*from), static_cast<int>(*count), *decision};
  return CheckFunction([limits](const Context& context) { return run_inquiry(context, limits); });
}

Result<CheckFunction> make_office_hours(const Params& params) {
  constexpr std::int64_t hours_of_day = 24;
  const Result<std::int64_t> first = params.integer("from-hour", 7, 0, hours_of_day);
  if (!first)
    return first.error();
  const Result<std::int64_t> last = params.integer("to-hour", 20, 0, hours_of_day);
  if (!last)
    return last.error();
  return CheckFunction([first = hours(*first), last = hours(*last)](const Context& context) {
    return run_office_hours(context, first, last);
  });
}

}  // namespace mailcheck
