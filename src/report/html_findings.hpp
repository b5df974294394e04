#pragma once

// The findings of a draft in an HTML report: what is wrong, what to do, why, and who says so.

#include <cstddef>
#include <string>

#include "report/report.hpp"
#include "report/reporter.hpp"

namespace mailcheck {

/// A list of cards in the order of the findings; a sentence when there are none. `number`: of the
/// draft in the report.
[[nodiscard]] std::string html_findings(const CheckedDraft& draft, const Checking& checking,
                                        std::size_t number);

}  // namespace mailcheck
