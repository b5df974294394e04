#pragma once

// A dumped draft for people: one line a thing, with its place in the file.

#include <string>

#include "report/dump.hpp"

namespace mailcheck {

/// The lines of one draft, the first of which names it. Safe to print.
[[nodiscard]] std::string dump_as_text(const DumpedDraft& dumped);

}  // namespace mailcheck
