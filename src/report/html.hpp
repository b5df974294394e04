#pragma once

// The HTML report: one file to look at, for people who have no terminal. See html_frame.hpp for the
// page, html_letter.hpp for the drafts, html_findings.hpp and html_summary.hpp for what stands
// beside them.

#include <cstddef>
#include <string>

#include "report/report.hpp"
#include "report/reporter.hpp"

namespace mailcheck {

/// Drafts that a page shows whole; further ones have a line in its overview, and nothing else.
inline constexpr std::size_t html_draft_limit = 1000;

/// Keeps the drafts until the end, because the overview stands above them.
class HtmlReport {
 public:
  void add(const CheckedDraft& draft, const Checking& checking);
  /// The page.
  [[nodiscard]] std::string page(const Totals& totals, const std::string& version) const;

 private:
  [[nodiscard]] std::string overview(const Totals& totals) const;

  std::size_t count_ = 0;
  std::string title_;   // of the first draft
  std::string rows_;    // of the overview
  std::string drafts_;  // sections
};

}  // namespace mailcheck
