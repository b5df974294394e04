#pragma once

// GitHub's workflow commands, which become annotations of a pull request
// (https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions).

#include <string>

#include "report/report.hpp"

namespace mailcheck {

/// One line a finding. Nothing of the draft can begin a command of its own.
[[nodiscard]] std::string github_report(const CheckedDraft& draft);

}  // namespace mailcheck
