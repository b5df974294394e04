#pragma once

// What `mailcheck stats` prints: the size of a draft, and the checklist of its stage.

#include <string>

#include "report/report.hpp"
#include "report/text.hpp"

namespace mailcheck {

[[nodiscard]] std::string stats_report(const CheckedDraft& draft, const TextStyle& style);

}  // namespace mailcheck
