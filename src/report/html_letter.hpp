#pragma once

// The draft of an HTML report as its reader will see it, with every finding marked in its place.

#include <cstddef>
#include <string>

#include "report/report.hpp"

namespace mailcheck {

/// What the ids of one draft in a report begin with: “d3”.
[[nodiscard]] std::string html_draft_id(std::size_t number);
/// The id of a finding of that draft, counted from 1: “d3-f1”.
[[nodiscard]] std::string html_finding_id(std::size_t draft, std::size_t finding);

/// The letter, its header above its text. Marks are links to the findings, which are numbered in
/// their order from 1; those without a place stand in a line below. The draft is parsed anew.
[[nodiscard]] std::string html_letter(const CheckedDraft& draft, std::size_t number);

}  // namespace mailcheck
