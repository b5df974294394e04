#pragma once

// What the user says about the interview and about what happened since: the table `[interview]`.

#include <optional>
#include <string>
#include <vector>

#include "facts/calendar.hpp"

namespace mailcheck {

/// Every part is optional.
struct InterviewFacts {
  std::string company;
  std::string role;
  std::vector<std::string> interviewers;  ///< “Dr. Marisol Okafor”; titles belong to the name.
  std::vector<std::string> topics;
  std::optional<Moment> date = {};         ///< When it began; perhaps only the day.
  std::string time_zone = {};              ///< Of the company, an IANA name that ICU knows.
  std::optional<Moment> decision_by = {};  ///< When they said they would know.
  int previous_mails = 0;                  ///< How many went out since the interview.
};

}  // namespace mailcheck
