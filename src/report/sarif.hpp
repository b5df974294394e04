#pragma once

// SARIF 2.1.0 (OASIS standard), which code hosts and editors read: one run, written piece by piece.

#include <functional>
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

/// The description of a rule by its id; of one that nobody knows the id alone.
using DescribeRule = std::function<SarifRule(const std::string& id)>;

class SarifReport {
 public:
  [[nodiscard]] std::string begin();
  /// The results of one draft; `describe` is asked once for each rule that has some. Columns count
  /// code points.
  [[nodiscard]] std::string draft(const CheckedDraft& draft, const DescribeRule& describe);
  /// The rest: the tool, with every rule that has results.
  [[nodiscard]] std::string end(std::string_view version);

 private:
  std::size_t index_of(const std::string& id, const DescribeRule& describe);

  JsonWriter json_{JsonStyle::indented};
  std::vector<SarifRule> rules_;  // That have results, in order of their first one.
};

}  // namespace mailcheck
