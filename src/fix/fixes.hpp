#pragma once

// Applies the fixes of findings to the bytes of a draft. Only the bytes of the edits change: line
// ends, encodings and all that no rule looks at stay as they are.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/finding.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Safe fixes cannot change what the writer means; unsafe ones are only the most likely repair.
enum class FixChoice { none, safe, all };

/// Rounds of linting and fixing after which fixes that make room for others are given up.
inline constexpr std::size_t fix_round_limit = 10;
/// The same for rounds that had to leave out fixes, because these touch others: in base64 each one
/// rewrites what follows it, so that only one can be applied at a time.
inline constexpr std::size_t fix_crowded_round_limit = 100;

struct AppliedFixes {
  std::string bytes;
  std::size_t applied = 0;
  std::size_t refused = 0;  ///< They overlap one that was applied.
};

/// The first fix of every finding, as far as `choice` allows and in order of place; of overlapping
/// ones the first.
[[nodiscard]] AppliedFixes apply_fixes(std::string_view bytes, const std::vector<Finding>& findings,
                                       FixChoice choice);

struct FixedDraft {
  std::string bytes;  ///< The same as before when nothing could be fixed.
  LintResult result;  ///< Of `bytes`.
  std::size_t applied = 0;
  /// Fixes were taken back, because they led to something worse or to no end.
  bool is_taken_back = false;
  /// A limit of rounds was reached, and there is more to fix.
  bool is_unfinished = false;
};

/// Lints and fixes until nothing changes. The result has no finding of a higher severity than the
/// draft had, and no more errors; else the draft stays as it was.
[[nodiscard]] FixedDraft fix_draft(const Source& source, FixChoice choice,
                                   const std::function<LintResult(const Source&)>& lint);

}  // namespace mailcheck
