#pragma once

// Rules in words, for reports and the commands that show them.

#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.hpp"
#include "lint/rule_pack.hpp"

namespace mailcheck {

/// The message of a rule as one line: what a draft fills in is shown as “…”.
[[nodiscard]] std::string summary_of(const PackedRule& rule);

/// "thank-you, status-inquiry", or "all stages".
[[nodiscard]] std::string stages_of(const PackedRule& rule);

}  // namespace mailcheck
