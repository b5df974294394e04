#pragma once

// One `textDocument/publishDiagnostics` notification a draft (Language Server Protocol 3.17), for
// editors that only read a program's output.

#include <string>

#include "report/report.hpp"

namespace mailcheck {

/// `DiagnosticSeverity`: 1 error, 2 warning, 3 information, 4 hint.
[[nodiscard]] int diagnostic_severity(Severity severity);

/// A JSON-RPC message and a line break, without the header of a stream. Lines count from 0,
/// characters in UTF-16 code units. `folder`: the absolute path that a relative one belongs to.
[[nodiscard]] std::string lsp_report(const CheckedDraft& draft, const std::string& folder);

}  // namespace mailcheck
