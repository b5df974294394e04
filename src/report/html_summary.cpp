#include "report/html_summary.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "checks/stage_limit.hpp"
#include "report/draft_lines.hpp"
#include "report/html_text.hpp"
#include "report/paint.hpp"

namespace mailcheck {
namespace {

/// Words that the rules ask for; none: they ask for nothing.
struct Advice {
  std::optional<std::int64_t> least, most;
};

/// Code points of a piece of evidence.
constexpr std::size_t shown_evidence_length = 60;
/// Width of the chart in its own units, which the page scales.
constexpr double chart_width = 320;

Advice advice_for(const LintResult& result, const Checking& checking) {
  const RuleSet& rules = checking.rules;
  Advice advice;
  advice.least = rules.number_of("too-short", {"min"});
  advice.most = is_sure(result.stage)
                    ? rules.number_of("too-long", {name_of(result.stage.stage), "words"})
                    : rules.number_of("too-long", {"words"});
  return advice;
}

std::string advice_text(const Advice& advice) {
  if (advice.least && advice.most)
    return fmt::format("{} to {} are advised", *advice.least, *advice.most);
  if (advice.most)
    return fmt::format("up to {} are advised", *advice.most);
  if (advice.least)
    return fmt::format("{} or more are advised", *advice.least);
  return {};
}

/// A bar as long as the mail over the range that is advised. The text beside it says the same.
std::string chart(std::size_t words, const Advice& advice) {
  const auto count = static_cast<double>(words);
  const double most = static_cast<double>(advice.most.value_or(0));
  const double least = static_cast<double>(advice.least.value_or(0));
  const double scale = chart_width / std::max({count * 1.05, most * 1.4, least * 2, 1.0});
  const double end = advice.most ? most * scale : chart_width;
  const bool is_right = count >= least && (!advice.most || count <= most);
  std::string out = fmt::format(
      "<svg class=\"chart\" viewBox=\"0 0 {0:.0f} 34\" aria-hidden=\"true\" focusable=\"false\">\n"
      "<rect class=\"track\" width=\"{0:.0f}\" height=\"14\" rx=\"7\"/>\n"
      "<rect class=\"advised\" x=\"{1:.1f}\" width=\"{2:.1f}\" height=\"14\"/>\n"
      "<rect class=\"bar {3}\" y=\"4\" width=\"{4:.1f}\" height=\"6\" rx=\"3\"/>\n",
      chart_width, least * scale, end - least * scale, is_right ? "good" : "warning",
      count * scale);
  for (const std::optional<std::int64_t>& limit : {advice.least, advice.most}) {
    if (limit)
      out += fmt::format("<text x=\"{:.1f}\" y=\"30\">{}</text>\n",
                         static_cast<double>(*limit) * scale, *limit);
  }
  return out + "</svg>\n";
}

std::string evidence_of(const ChecklistItem& item) {
  if (item.evidence.empty())
    return {};
  const std::string& whole = item.evidence.front().text;
  const std::string_view start = utf8_prefix(whole, shown_evidence_length);
  return fmt::format("<span class=\"evidence\">“{}{}”</span>", html_prose(start),
                     start.size() < whole.size() ? "…" : "");
}

std::string item_line(const ChecklistItem& item) {
  std::string_view state = item.required ? "missing" : "optional";
  if (item.present)
    state = "present";
  return fmt::format(
      "<li class=\"{0}\"><span class=\"item\">{1}</span> <span "
      "class=\"state\">{0}</span>{2}</li>\n",
      state, html_text(item.item), evidence_of(item));
}

}  // namespace

std::string html_length(const LintResult& result, const Checking& checking) {
  const DraftStats& stats = result.stats;
  const Advice advice = advice_for(result, checking);
  const std::string asked = advice_text(advice);
  std::string out = fmt::format("<p><strong>{}</strong>{}{}.</p>\n", count_of(stats.words, "word"),
                                asked.empty() ? "" : "; ", asked);
  if (!asked.empty())
    out += chart(stats.words, advice);
  return out + fmt::format("<p class=\"meta\">{}, {}, {} to read.</p>\n",
                           count_of(stats.sentences, "sentence"),
                           count_of(stats.paragraphs, "paragraph"),
                           reading_time(stats.reading_seconds));
}

std::string html_checklist(const LintResult& result) {
  if (result.checklist.empty())
    return {};
  std::string out = "<ul class=\"checklist\">\n";
  for (const ChecklistItem& item : result.checklist)
    out += item_line(item);
  return out + "</ul>\n";
}

std::string html_verdict(const LintResult& result) {
  Totals totals;
  totals.add(result);
  std::vector<std::string> parts;
  if (totals.errors > 0)
    parts.push_back(count_of(totals.errors, "error"));
  if (totals.warnings > 0)
    parts.push_back(count_of(totals.warnings, "warning"));
  if (totals.suggestions > 0)
    parts.push_back(count_of(totals.suggestions, "suggestion"));
  if (parts.empty())
    return totals.incomplete > 0 ? "not everything was checked" : "looks good";
  if (parts.size() == 1)
    return parts.front();
  const std::string last = parts.back();
  parts.pop_back();
  return fmt::format("{} and {}", fmt::join(parts, ", "), last);
}

}  // namespace mailcheck
