#pragma once

// One line a finding, as compilers write it: `path:line:column: severity: message [rule]`. Editors
// and CI logs know how to read it.

#include <string>

#include "report/places.hpp"
#include "report/report.hpp"

namespace mailcheck {

/// The findings of one draft, with columns in `unit`, which depends on the editor that reads them;
/// empty when there are none.
[[nodiscard]] std::string gnu_report(const CheckedDraft& draft,
                                     ColumnUnit unit = ColumnUnit::code_point);

}  // namespace mailcheck
