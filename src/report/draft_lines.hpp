#pragma once

// Lines about one draft as a whole that more than one text report prints.

#include <cstddef>
#include <string>

#include "base/line_index.hpp"
#include "report/report.hpp"
#include "report/text.hpp"

namespace mailcheck {

/// The path for a terminal; "<stdin>" for standard input.
[[nodiscard]] std::string shown_path(const Source& source);

/// "── draft.txt ─────", as wide as the terminal.
[[nodiscard]] std::string draft_heading(const CheckedDraft& draft, const TextStyle& style);

/// "Read as thank-you (a guess, 93 % sure), language en."
[[nodiscard]] std::string stage_line(const LintResult& result, const TextStyle& style);

/// "about 38 seconds"
[[nodiscard]] std::string reading_time(std::size_t seconds);

/// The checklist, a line an item: present, missing, or not there and not needed. Present items name
/// their evidence. `lines` must be the index of the draft's bytes.
[[nodiscard]] std::string checklist_lines(const CheckedDraft& draft, const LineIndex& lines,
                                          const TextStyle& style);

}  // namespace mailcheck
