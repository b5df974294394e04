#pragma once

// The checklist of a draft: what its stage wants, present or missing. Rules about something missing
// carry an item each (`[checklist]` in the rule file); their hits decide.

#include <span>
#include <vector>

#include "checks/check.hpp"
#include "lint/finding.hpp"
#include "lint/rule_pack.hpp"
#include "mail/draft.hpp"

namespace mailcheck {

/// Evidence of one item beyond this many is dropped.
inline constexpr std::size_t evidence_limit = 8;

/// Adds what the hits of `rule` say about its item; nothing when it has none or they decide nothing
/// (the draft is no whole mail). Of two rules for one item both must be content.
void add_to_checklist(std::vector<ChecklistItem>& checklist, const PackedRule& rule, Stage stage,
                      std::span<const Hit> hits, const Draft& draft);

/// Puts the items in the order in which a letter has them.
void sort_checklist(std::vector<ChecklistItem>& checklist);

}  // namespace mailcheck
