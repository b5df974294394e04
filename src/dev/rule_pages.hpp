#pragma once

// The documentation of rules, generated from the rule files: a page for each and an index.

#include <string>
#include <vector>

#include "lint/rule.hpp"

namespace mailcheck::dev {

/// docs/rules/<id>.md, Markdown.
[[nodiscard]] std::string rule_page(const Rule& rule);
/// docs/rules/README.md: all rules by category.
[[nodiscard]] std::string rule_index(const std::vector<Rule>& rules);

}  // namespace mailcheck::dev
