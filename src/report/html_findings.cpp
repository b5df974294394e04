#include "report/html_findings.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_pack.hpp"
#include "report/html_letter.hpp"
#include "report/html_text.hpp"
#include "report/places.hpp"

namespace mailcheck {
namespace {

/// Fixes shown of a finding.
constexpr std::size_t shown_fixes = 3;

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "Error";
    case Severity::warning:
      return "Warning";
    case Severity::suggestion:
      return "Suggestion";
    case Severity::off:
      break;
  }
  return "Off";
}

std::string fixes(const Finding& finding) {
  std::string items;
  for (std::size_t i = 0; i < std::min(finding.fixes.size(), shown_fixes); ++i)
    items += fmt::format("<li>{}</li>", html_text(finding.fixes[i].title));
  if (items.empty())
    return {};
  return "<ul class=\"fixes\" aria-label=\"Possible fixes\">" + items + "</ul>\n";
}

std::string links(std::string_view title, const std::vector<std::string_view>& addresses) {
  if (addresses.empty())
    return {};
  std::string items;
  for (const std::string_view address : addresses)
    items += fmt::format("<li>{}</li>\n", html_link(address));
  return fmt::format("<p class=\"title\">{}</p>\n<ul class=\"sources\">\n{}</ul>\n", title, items);
}

/// The paragraphs of a rationale.
std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string_view paragraph = text.substr(0, end);
    if (paragraph.find_first_not_of(" \n") != std::string_view::npos)
      out += "<p>" + html_prose(paragraph) + "</p>\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string reasons(const Finding& finding, const Checking& checking) {
  const PackedRule* rule = checking.rules.find(finding.rule);
  if (rule == nullptr)
    return {};
  const RuleDetails details = rule->details();
  const std::string text = paragraphs(details.rationale) + links("Who says so", details.sources) +
                           links("Who disagrees", details.disputed_by);
  if (text.empty())
    return {};
  return fmt::format("<details>\n<summary>Why{}</summary>\n{}</details>\n",
                     details.sources.empty() ? "" : ", and who says so", text);
}

std::string card(const Finding& finding, const FindingPlace& place, const std::string& id,
                 std::size_t number, const Checking& checking) {
  std::string out =
      fmt::format("<li class=\"card {}\" id=\"{}\">\n", name_of(finding.severity), id);
  out += fmt::format("<h4><span class=\"number\">{}</span> {}</h4>\n", number,
                     html_text(finding.message));
  if (!finding.help.empty())
    out += "<p class=\"help\">" + html_prose(finding.help) + "</p>\n";
  out += fixes(finding);
  out += fmt::format(
      "<p class=\"meta\"><span class=\"severity\">{}</span> · <code>{}</code> · line {}</p>\n",
      severity_word(finding.severity), html_text(finding.rule), place.start.line);
  return out + reasons(finding, checking) + "</li>\n";
}

}  // namespace

std::string html_findings(const CheckedDraft& draft, const Checking& checking, std::size_t number) {
  const std::vector<Finding>& findings = draft.result.findings;
  if (findings.empty()) {
    const bool is_whole = draft.result.failures.empty() && !draft.result.is_incomplete;
    return is_whole ? "<p class=\"fine\">There is nothing to mend.</p>\n"
                    : "<p>Nothing was found, but not everything could be checked.</p>\n";
  }
  const std::vector<FindingPlace> places = places_of(draft);
  std::string out = "<ol class=\"cards\">\n";
  for (std::size_t i = 0; i < findings.size(); ++i)
    out += card(findings[i], places[i], html_finding_id(number, i + 1), i + 1, checking);
  return out + "</ol>\n";
}

}  // namespace mailcheck
