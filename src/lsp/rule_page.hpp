#pragma once

// A rule as a hover shows it: what is wrong, what to do, why, examples and sources, as Markdown or
// as plain text.

#include <string>
#include <string_view>

#include "lint/finding.hpp"
#include "lint/rule_set.hpp"

namespace mailcheck {

enum class Markup { plain_text, markdown };

/// `text` so that Markdown shows it as it is, on one line.
[[nodiscard]] std::string markdown_text(std::string_view text);

/// The page of a rule; `finding` is what it has found, if it was asked about that.
[[nodiscard]] std::string rule_page(const PackedRule& rule, const RuleDetails& details,
                                    Severity severity, const Finding* finding, Markup markup);

}  // namespace mailcheck
