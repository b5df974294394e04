#pragma once

// What the writer of a draft has decided to keep: `X-Mailcheck-Ignore: salary-mention; they asked`
// in its header, because mail has no comments.

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lint/finding.hpp"
#include "mail/draft.hpp"

namespace mailcheck {

/// The check of the rule that reports waivers which waive nothing.
inline constexpr std::string_view unused_waiver_check = "unused-waiver";

/// One name of one field.
struct Waiver {
  std::string target;  ///< A rule's id or a category, in lower case.
  SourceSpan span;     ///< The value of its field.
  bool is_used = false;
};

/// The names before the first semicolon of every `X-Mailcheck-Ignore` field, which commas or spaces
/// separate; what follows the semicolon is the reason.
[[nodiscard]] std::vector<Waiver> waivers_of(const Draft& draft);

/// Removes the findings that are waived and marks the waivers that were used.
void apply_waivers(std::vector<Waiver>& waivers, std::vector<Finding>& findings);

}  // namespace mailcheck
