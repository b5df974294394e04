#pragma once

// What every report is made of: a draft with its result, and the totals of a run. A report is a
// function from these to a string; nothing here prints.

#include <cstddef>

#include "lint/finding.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// One draft and what was found in it, in bytes of the draft; reports speak in terms of the file it
/// lies in. Views both, which must outlive it.
struct CheckedDraft {
  const Source& source;
  const LintResult& result;
};

/// Sums over a run.
struct Totals {
  std::size_t drafts = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t suggestions = 0;
  std::size_t incomplete = 0;  ///< Drafts of which something could not be checked.
  std::size_t unread = 0;      ///< Files that could not be read at all.
  std::size_t fixed = 0;       ///< Findings that were fixed, and are no more.
  std::size_t known = 0;       ///< Findings that the baseline has, and that are not shown.
  DraftStats stats;

  void add(const LintResult& result);
  [[nodiscard]] std::size_t findings() const { return errors + warnings + suggestions; }
};

}  // namespace mailcheck
