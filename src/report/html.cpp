#include "report/html.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "report/html_findings.hpp"
#include "report/html_frame.hpp"
#include "report/html_letter.hpp"
#include "report/html_summary.hpp"
#include "report/html_text.hpp"
#include "report/paint.hpp"

namespace mailcheck {
namespace {

/// The draft's name, not escaped.
std::string name_of_draft(const Source& source) {
  std::string name = source.path == "-" ? "standard input" : source.path;
  if (source.is_one_of_many)
    name += fmt::format(", message {}", source.message);
  return name;
}

std::string stage_text(const StageGuess& stage) {
  return fmt::format(
      "Read as {}, {}.", name_of(stage.stage),
      stage.given ? "as you said"
                  : fmt::format("a guess, {:.0f} % sure", std::round(stage.confidence * 100)));
}

std::string section(std::string_view kind, std::string_view title, const std::string& content) {
  if (content.empty())
    return {};
  return fmt::format("<section class=\"{}\">\n<h3>{}</h3>\n{}</section>\n", kind, title, content);
}

std::string remarks(const LintResult& result) {
  std::string items;
  for (const std::string& failure : result.failures)
    items += fmt::format("<li>{}.</li>\n", html_text(failure));
  for (const std::string& note : result.notes)
    items += fmt::format("<li>{}.</li>\n", html_text(note));
  return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

/// The gravest thing said of a draft, as a class of the style sheet.
std::string_view grade(const LintResult& result) {
  Severity worst = Severity::off;
  for (const Finding& finding : result.findings)
    worst = std::max(worst, finding.severity);
  return worst == Severity::off ? "good" : name_of(worst);
}

std::string draft_section(const CheckedDraft& draft, const Checking& checking, std::size_t number) {
  const LintResult& result = draft.result;
  const std::string id = html_draft_id(number);
  std::string out =
      fmt::format("<section class=\"draft\" id=\"{}\" aria-labelledby=\"{}-name\">\n", id, id);
  out += fmt::format(
      "<div class=\"head\"><h2 id=\"{}-name\">{}</h2>\n<p><span class=\"verdict {}\">{}</span> "
      "{}</p></div>\n",
      id, html_text(name_of_draft(draft.source)), grade(result), html_verdict(result),
      html_text(stage_text(result.stage)));
  out += fmt::format(
      "<section class=\"paper\" tabindex=\"0\" aria-label=\"Draft {}\">\n{}</section>\n", number,
      html_letter(draft, number));
  out += section("findings", "Findings", html_findings(draft, checking, number));
  out += "<div class=\"below\">\n";
  out += section("wanted", "What this mail should have", html_checklist(result));
  out += section("length", "Length", html_length(result, checking));
  out += section("notes", "Remarks", remarks(result));
  return out + "</div>\n</section>\n";
}

std::string overview_row(const CheckedDraft& draft, std::size_t number) {
  const LintResult& result = draft.result;
  const auto missing =
      std::count_if(result.checklist.begin(), result.checklist.end(),
                    [](const ChecklistItem& item) { return item.required && !item.present; });
  const std::string name = html_text(name_of_draft(draft.source));
  const std::string shown = number <= html_draft_limit
                                ? fmt::format("<a href=\"#{}\">{}</a>", html_draft_id(number), name)
                                : name;
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td><span class=\"verdict {}\">{}</span></td><td>{}</td>"
      "<td class=\"count\">{}</td><td class=\"count\">{}</td></tr>\n",
      shown, grade(result), html_verdict(result), name_of(result.stage.stage), result.stats.words,
      missing);
}

}  // namespace

void HtmlReport::add(const CheckedDraft& draft, const Checking& checking) {
  ++count_;
  if (count_ == 1)
    title_ = name_of_draft(draft.source);
  rows_ += overview_row(draft, count_);
  if (count_ <= html_draft_limit)
    drafts_ += draft_section(draft, checking, count_);
}

std::string HtmlReport::overview(const Totals& totals) const {
  std::string out =
      fmt::format("<section class=\"overview\">\n<h2>{}</h2>\n", count_of(totals.drafts, "draft"));
  out +=
      fmt::format("<p>{}, {} and {}.</p>\n", count_of(totals.errors, "error"),
                  count_of(totals.warnings, "warning"), count_of(totals.suggestions, "suggestion"));
  if (totals.unread > 0)
    out += fmt::format("<p>{} could not be read.</p>\n", count_of(totals.unread, "file"));
  if (count_ > html_draft_limit)
    out += fmt::format("<p>Only the first {} are shown below.</p>\n", html_draft_limit);
  if (rows_.empty())
    return out + "</section>\n";
  return out +
         "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"All drafts\">\n<table>\n"
         "<thead><tr><th scope=\"col\">Draft</th><th scope=\"col\">Findings</th>"
         "<th scope=\"col\">Read as</th><th scope=\"col\" class=\"count\">Words</th>"
         "<th scope=\"col\" class=\"count\">Missing</th></tr></thead>\n<tbody>\n" +
         rows_ + "</tbody>\n</table>\n</div>\n</section>\n";
}

std::string HtmlReport::page(const Totals& totals, const std::string& version) const {
  const bool is_one = count_ == 1 && totals.unread == 0;
  const std::string title = is_one ? title_ : count_of(totals.drafts, "draft");
  return html_page_begin("mailcheck: " + title) + (is_one ? std::string() : overview(totals)) +
         drafts_ + html_page_end(version);
}

}  // namespace mailcheck
