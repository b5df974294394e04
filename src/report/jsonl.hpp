#pragma once

// JSON Lines: the object that the JSON report has for each draft, one a line, as soon as the draft
// is done.

#include <string>

#include "report/report.hpp"

namespace mailcheck {

/// One line, with its line break.
[[nodiscard]] std::string jsonl_report(const CheckedDraft& draft);

}  // namespace mailcheck
