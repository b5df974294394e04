#pragma once

// The one function that lints: command line, language server, tests and benchmarks all call it.

#include "facts/facts.hpp"
#include "lint/finding.hpp"
#include "lint/rule_set.hpp"
#include "mail/source.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

/// Findings of one file beyond this many are dropped, and a note says how many.
inline constexpr std::size_t finding_limit = 1000;

/// Lints one draft: parse, analyze, gather facts, match phrases, run checks, sort. Keeps no state;
/// the same input gives the same result.
[[nodiscard]] LintResult lint_source(const Source& source, const RuleSet& rules,
                                     const GivenFacts& given, const Speller& speller);

}  // namespace mailcheck
