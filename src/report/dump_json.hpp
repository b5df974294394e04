#pragma once

// A dumped draft as JSON, for tests and scripts; docs/usage.md describes the keys.

#include <string>

#include "report/dump.hpp"

namespace mailcheck {

/// One object on one line, with its line break.
[[nodiscard]] std::string dump_as_json(const DumpedDraft& dumped);

}  // namespace mailcheck
