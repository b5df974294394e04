#include "facts/timeline.hpp"

#include "base/time_zone.hpp"

namespace mailcheck {
namespace {

using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::sys_seconds;

/// Without an offset the time is that of `zone`, else that of `fallback`.
sys_seconds instant_of(const Moment& moment, const std::optional<TimeZone>& zone,
                       std::chrono::minutes fallback) {
  const local_seconds local = local_time_of(moment);
  if (!moment.offset && zone)
    return zone->instant_of(local);
  return sys_seconds(local.time_since_epoch()) - moment.offset.value_or(fallback);
}

std::chrono::minutes offset_or_utc(const Moment& moment) {
  return moment.offset.value_or(std::chrono::minutes(0));
}

}  // namespace

std::optional<std::chrono::seconds> time_since_interview(const Timeline& timeline,
                                                         const InterviewFacts& interview) {
  if (!timeline.sending || !interview.date || !interview.date->time)
    return std::nullopt;
  const Moment& sent = timeline.sending->moment;
  const Moment& met = *interview.date;
  const std::optional<TimeZone> zone = TimeZone::named(interview.time_zone);
  return instant_of(sent, zone, offset_or_utc(met)) - instant_of(met, zone, offset_or_utc(sent));
}

std::optional<local_days> sending_day(const Timeline& timeline, const InterviewFacts& interview) {
  if (!timeline.sending)
    return std::nullopt;
  if (const std::optional<local_seconds> there = sending_time_there(timeline, interview))
    return std::chrono::floor<std::chrono::days>(*there);
  return day_of(timeline.sending->moment);
}

std::optional<local_seconds> sending_time_there(const Timeline& timeline,
                                                const InterviewFacts& interview) {
  const std::optional<TimeZone> zone = TimeZone::named(interview.time_zone);
  if (!zone || !timeline.sending || !timeline.sending->moment.offset)
    return std::nullopt;
  const sys_seconds instant = instant_of(timeline.sending->moment, zone, std::chrono::minutes(0));
  return local_seconds(instant.time_since_epoch()) + zone->offset_at(instant);
}

}  // namespace mailcheck
