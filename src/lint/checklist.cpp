#include "lint/checklist.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace mailcheck {
namespace {

constexpr std::string_view items_in_order[] = {
    "recipient", "subject",  "greeting",  "gratitude", "thanks first", "interview date", "role",
    "people",    "question", "specifics", "interest",  "fit",          "deadline",       "reason",
    "next step", "future",   "closing",   "name",      "contact"};

SourceSpan source_span(const Hit& hit, const Draft& draft) {
  if (const auto* span = std::get_if<TextSpan>(&hit.place))
    return draft.map.to_source(*span);
  return std::get<SourceSpan>(hit.place);
}

std::string text_at(const Hit& hit, const Draft& draft) {
  const auto* span = std::get_if<TextSpan>(&hit.place);
  return span == nullptr ? std::string() : std::string(slice(draft.text, *span));
}

ChecklistItem item_of(std::span<const Hit> hits, const Draft& draft) {
  ChecklistItem item;
  const auto fault = std::find_if(hits.begin(), hits.end(),
                                  [](const Hit& hit) { return hit.kind == HitKind::fault; });
  item.present = fault == hits.end();
  item.span = source_span(item.present ? hits.front() : *fault, draft);
  if (!item.present)
    return item;
  for (const Hit& hit : hits.first(std::min(hits.size(), evidence_limit)))
    item.evidence.push_back({source_span(hit, draft), text_at(hit, draft), hit.detail});
  return item;
}

}  // namespace

void add_to_checklist(std::vector<ChecklistItem>& checklist, const PackedRule& rule, Stage stage,
                      std::span<const Hit> hits, const Draft& draft) {
  if (rule.checklist_item.empty() || hits.empty())
    return;
  ChecklistItem item = item_of(hits, draft);
  item.item = rule.checklist_item;
  const std::vector<Stage>& stages = rule.checklist_required;
  item.required = std::find(stages.begin(), stages.end(), stage) != stages.end();
  const auto same =
      std::find_if(checklist.begin(), checklist.end(),
                   [&](const ChecklistItem& known) { return known.item == item.item; });
  if (same == checklist.end()) {
    checklist.push_back(std::move(item));
    return;
  }
  item.required = item.required || same->required;
  if (same->present)
    *same = std::move(item);
  else
    same->required = item.required;
}

void sort_checklist(std::vector<ChecklistItem>& checklist) {
  const auto rank = [](const ChecklistItem& item) {
    return std::find(std::begin(items_in_order), std::end(items_in_order), item.item) -
           std::begin(items_in_order);
  };
  std::sort(checklist.begin(), checklist.end(), [&](const auto& a, const auto& b) {
    return std::tuple(rank(a), std::string_view(a.item)) <
           std::tuple(rank(b), std::string_view(b.item));
  });
}

}  // namespace mailcheck
