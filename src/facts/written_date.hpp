#pragma once

// Dates as people write them in English prose: “Tuesday, 3 March 2026”, “Tue Mar 3rd”, “3/3/2026”.
// Only dates with a day and a month; what is no date for sure is none.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

struct WrittenDate {
  TextSpan span;          ///< With its weekday.
  TextSpan weekday_span;  ///< Empty when none is named.
  std::optional<std::chrono::weekday> weekday;
  std::optional<std::chrono::year> year;
  std::chrono::month_day day;
  /// The other reading of “3/4/2026”, when there is one.
  std::optional<std::chrono::month_day> swapped;
  std::uint32_t sentence = 0;  ///< Index into `Text::sentences`.
};

/// The dates of the subject and the body, in order. Linear.
[[nodiscard]] std::vector<WrittenDate> find_dates(const Draft& draft, const Text& text);

/// The weekday that a word is, “Tuesday”, “Tues”; none for other words. Lower case only for whole
/// names.
[[nodiscard]] std::optional<std::chrono::weekday> weekday_of(std::string_view word);

}  // namespace mailcheck
