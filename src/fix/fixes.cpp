#include "fix/fixes.hpp"

#include <algorithm>
#include <utility>

namespace mailcheck {
namespace {

/// Edits of one fix, sorted, none within another.
bool is_well_formed(const std::vector<SourceEdit>& edits, std::size_t size) {
  std::size_t done = 0;
  for (const SourceEdit& edit : edits) {
    if (edit.span.begin < done || edit.span.end < edit.span.begin || edit.span.end > size)
      return false;
    done = edit.span.end;
  }
  return !edits.empty();
}

bool touches(const std::vector<SourceEdit>& taken, const SourceEdit& edit) {
  return std::any_of(taken.begin(), taken.end(), [&](const SourceEdit& other) {
    // Two insertions at one place would depend on their order.
    return edit.span.begin <= other.span.end && other.span.begin <= edit.span.end;
  });
}

const Fix* chosen_fix(const Finding& finding, FixChoice choice) {
  if (finding.fixes.empty())
    return nullptr;
  const Fix& first = finding.fixes.front();
  return first.safe || choice == FixChoice::all ? &first : nullptr;
}

std::size_t count_errors(const LintResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [](const Finding& finding) { return finding.severity == Severity::error; }));
}

Severity worst(const LintResult& result) {
  Severity worst = Severity::off;
  for (const Finding& finding : result.findings)
    worst = std::max(worst, finding.severity);
  return worst;
}

bool is_worse(const LintResult& now, const LintResult& before) {
  return worst(now) > worst(before) || count_errors(now) > count_errors(before) ||
         (now.is_incomplete && !before.is_incomplete) ||
         now.failures.size() > before.failures.size();
}

}  // namespace

AppliedFixes apply_fixes(std::string_view bytes, const std::vector<Finding>& findings,
                         FixChoice choice) {
  AppliedFixes applied;
  std::vector<SourceEdit> taken;
  for (const Finding& finding : findings) {
    const Fix* fix = choice == FixChoice::none ? nullptr : chosen_fix(finding, choice);
    if (fix == nullptr)
      continue;
    std::vector<SourceEdit> edits = fix->edits;
    std::sort(edits.begin(), edits.end(),
              [](const SourceEdit& a, const SourceEdit& b) { return a.span < b.span; });
    const bool overlaps = std::any_of(edits.begin(), edits.end(),
                                      [&](const SourceEdit& edit) { return touches(taken, edit); });
    if (!is_well_formed(edits, bytes.size()) || overlaps) {
      ++applied.refused;
      continue;
    }
    ++applied.applied;
    taken.insert(taken.end(), edits.begin(), edits.end());
  }
  std::sort(taken.begin(), taken.end(),
            [](const SourceEdit& a, const SourceEdit& b) { return a.span < b.span; });
  std::size_t done = 0;
  for (const SourceEdit& edit : taken) {
    applied.bytes.append(bytes.substr(done, edit.span.begin - done)).append(edit.text);
    done = edit.span.end;
  }
  applied.bytes.append(bytes.substr(done));
  return applied;
}

FixedDraft fix_draft(const Source& source, FixChoice choice,
                     const std::function<LintResult(const Source&)>& lint) {
  LintResult before = lint(source);
  FixedDraft fixed{.bytes = source.bytes, .result = before};
  if (choice == FixChoice::none)
    return fixed;
  std::vector<std::string> seen{source.bytes};
  std::size_t rounds = 0;
  std::size_t crowded_rounds = 0;
  while (true) {
    AppliedFixes next = apply_fixes(fixed.bytes, fixed.result.findings, choice);
    if (next.applied == 0 || next.bytes == fixed.bytes)
      return fixed;
    fixed.is_unfinished = rounds == fix_round_limit || crowded_rounds == fix_crowded_round_limit;
    if (fixed.is_unfinished)
      return fixed;
    ++(next.refused == 0 ? rounds : crowded_rounds);
    const bool goes_in_circles = std::find(seen.begin(), seen.end(), next.bytes) != seen.end();
    Source changed = source;
    changed.bytes = next.bytes;
    LintResult result = lint(changed);
    if (goes_in_circles || is_worse(result, before))
      return {.bytes = source.bytes, .result = std::move(before), .is_taken_back = true};
    fixed.bytes = std::move(next.bytes);
    fixed.result = std::move(result);
    fixed.applied += next.applied;
    seen.push_back(fixed.bytes);
  }
}

}  // namespace mailcheck
