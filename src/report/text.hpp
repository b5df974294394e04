#pragma once

// The report for people: each finding with its place, its line, the range marked, and what to do;
// at the end how the draft stands as a whole.

#include <cstddef>
#include <string>

#include "report/paint.hpp"
#include "report/report.hpp"

namespace mailcheck {

enum class Verbosity {
  quiet,  ///< Findings and nothing else.
  normal,
  verbose,  ///< Also the stage that was assumed, and what was not checked.
};

struct TextStyle {
  Color color = Color::never;
  std::size_t width = 80;  ///< Columns to fill at most.
  Verbosity verbosity = Verbosity::normal;
};

/// The findings of one draft; empty when there is nothing to say about it.
[[nodiscard]] std::string text_report(const CheckedDraft& draft, const TextStyle& style);
/// The last lines of a run. `example` is a rule that fired, for the hint at `explain`; may be
/// empty.
[[nodiscard]] std::string text_summary(const Totals& totals, const TextStyle& style,
                                       const std::string& example);

}  // namespace mailcheck
