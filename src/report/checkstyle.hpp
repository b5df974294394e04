#pragma once

// Checkstyle's XML (https://checkstyle.org), which many build servers read.

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace mailcheck {

[[nodiscard]] std::string checkstyle_begin(std::string_view version);
/// One `file` element; messages of one mbox have the same name.
[[nodiscard]] std::string checkstyle_draft(const CheckedDraft& draft);
[[nodiscard]] std::string checkstyle_end();

}  // namespace mailcheck
