#pragma once

// The output of a run in the format that the user chose. Each piece can be printed as it comes, so
// that a long run needs no more memory than one draft.

#include <memory>
#include <string>

#include "lint/rule_set.hpp"
#include "report/places.hpp"
#include "report/report.hpp"
#include "report/text.hpp"

namespace mailcheck {

enum class Format { text, gnu, json, jsonl, sarif, checkstyle, junit, github, lsp, html };

/// What a run prints with.
struct ReportSettings {
  Format format = Format::text;
  TextStyle style;
  std::string version;                          ///< Of the program.
  std::string folder;                           ///< The current one, absolute.
  ColumnUnit columns = ColumnUnit::code_point;  ///< Of `gnu`; the others have theirs.
};

/// What drafts are checked with, as far as reports show it.
struct Checking {
  const RuleSet& rules;
  Severity fail_on = Severity::warning;  ///< `off`: never.
};

class Reporter {
 public:
  Reporter() = default;
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;
  virtual ~Reporter() = default;

  /// What comes before the first draft.
  [[nodiscard]] virtual std::string begin() { return {}; }
  [[nodiscard]] virtual std::string draft(const CheckedDraft& draft, const Checking& checking) = 0;
  /// What comes after the last; `example` is a rule that spoke, or empty.
  [[nodiscard]] virtual std::string end(const Totals& totals, const std::string& example);
};

[[nodiscard]] std::unique_ptr<Reporter> make_reporter(ReportSettings settings);

}  // namespace mailcheck
