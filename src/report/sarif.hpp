#pragma once

// SARIF 2.1.0 (OASIS standard), which code hosts and editors read: one run, written piece by piece.

#include <string>
#include <string_view>
#include <vector>

#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace mailcheck {

/// A rule as SARIF's reader may show it.
struct SarifRule {
  std::string id;
  std::string category;
  std::string summary;
  std::string help;
  std::string rationale;
  Severity severity = Severity::warning;
};

class SarifReport {
 public:
  [[nodiscard]] std::string begin();
  /// The results of one draft. Columns count code points.
  [[nodiscard]] std::string draft(const CheckedDraft& draft);
  /// The rest: the tool, with every rule that has results. `all` holds the rules of the run; one
  /// that is not there is named by its id alone.
  [[nodiscard]] std::string end(std::string_view version, const std::vector<SarifRule>& all);

 private:
  std::size_t index_of(const std::string& rule);

  JsonWriter json_{JsonStyle::indented};
  std::vector<std::string> rules_;  // That have results, in order of their first one.
};

}  // namespace mailcheck
