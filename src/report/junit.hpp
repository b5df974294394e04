#pragma once

// JUnit's XML, as build servers read it: a draft is a suite, a finding a failed test, a draft
// without findings a passed one.

#include <string>

#include "report/report.hpp"

namespace mailcheck {

[[nodiscard]] std::string junit_begin();
/// `limit`: findings below it are shown but do not fail; `off`: none fails.
[[nodiscard]] std::string junit_draft(const CheckedDraft& draft, Severity limit);
[[nodiscard]] std::string junit_end();

}  // namespace mailcheck
