#pragma once

// What an HTML report says of a draft as a whole: its length against the advice, and what its stage
// wants of it.

#include <string>

#include "report/report.hpp"
#include "report/reporter.hpp"

namespace mailcheck {

/// Words, sentences and reading time, with a chart of the words against what the rules `too-short`
/// and `too-long` ask for in this run.
[[nodiscard]] std::string html_length(const LintResult& result, const Checking& checking);

/// The checklist of the stage; empty when it has none.
[[nodiscard]] std::string html_checklist(const LintResult& result);

/// “2 errors and 3 warnings”, or what is to be said instead.
[[nodiscard]] std::string html_verdict(const LintResult& result);

}  // namespace mailcheck
