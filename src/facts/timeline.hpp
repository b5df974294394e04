#pragma once

// When the mail goes out, and how that lies to the interview. Everything here is optional: without
// a fact to compare with there is nothing to say.

#include <chrono>
#include <optional>
#include <vector>

#include "facts/calendar.hpp"
#include "facts/interview.hpp"

namespace mailcheck {

/// Who says when the mail goes out.
enum class SendingSource {
  header,  ///< The field Date.
  given,   ///< The user, by `--now`.
  clock,   ///< Nobody: it is the time of the run, and the draft may be an old one.
};

struct Sending {
  Moment moment;  ///< With a time of day.
  SendingSource source = SendingSource::given;
};

struct Timeline {
  std::optional<Sending> sending;
};

/// The time from the start of the interview to the sending; negative when the mail goes out before.
/// None when either is unknown or the interview has a day and no time. Times without an offset are
/// those of the facts' zone, then those of the other's offset.
[[nodiscard]] std::optional<std::chrono::seconds> time_since_interview(
    const Timeline& timeline, const InterviewFacts& interview);

/// The day of the sending where the interview was, none when it is unknown.
[[nodiscard]] std::optional<std::chrono::local_days> sending_day(const Timeline& timeline,
                                                                 const InterviewFacts& interview);
/// The time of the sending in the facts' zone; none without one, or when the sending has no offset.
[[nodiscard]] std::optional<std::chrono::local_seconds> sending_time_there(
    const Timeline& timeline, const InterviewFacts& interview);

}  // namespace mailcheck
