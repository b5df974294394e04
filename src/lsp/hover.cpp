// Hovers: over a finding its rule, over the name of a rule what that is.

#include <utility>

#include "lsp/features.hpp"
#include "lsp/names.hpp"
#include "lsp/rule_page.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

Json hover_of(std::string text, Markup markup, const Range& range) {
  const char* kind = markup == Markup::markdown ? "markdown" : "plaintext";
  return Json::Object{{"contents", Json::Object{{"kind", kind}, {"value", std::move(text)}}},
                      {"range", json_of(range)}};
}

/// Of several findings at a place the one that says most about it: the shortest.
const Finding* finding_at(const LintResult& result, std::size_t offset) {
  const Finding* best = nullptr;
  for (const Finding& finding : result.findings) {
    if (finding.span.begin > offset || offset > finding.span.end)
      continue;
    if (best == nullptr || finding.span.size() < best->span.size())
      best = &finding;
  }
  return best;
}

/// Whether names of rules are meant on this line, and not words that happen to be the same.
bool names_rules(DocumentKind kind, const PositionMap& map, std::size_t line) {
  if (kind == DocumentKind::configuration)
    return true;
  return starts_ignoring_case(map.line(line), "X-Mailcheck-Ignore:") && is_in_header(map, line);
}

}  // namespace

FeatureAnswer hover(Desk& desk, Document& document, const Json& params) {
  const std::optional<Position> position = read_position(params["position"]);
  if (!position)
    return std::nullopt;
  if (document.kind == DocumentKind::other)
    return Json();
  const LintResult* result = desk.check(document);
  const ProjectSetup setup = desk.setup_of(document);
  if (!setup.is_usable() ||
      (document.kind != DocumentKind::configuration && !desk.is_draft(document, setup)))
    return Json();
  const Markup markup = desk.client.reads_markdown ? Markup::markdown : Markup::plain_text;
  const PositionMap map(document.text, desk.client.encoding);
  const std::size_t offset = map.offset(*position);
  const std::size_t line = map.position(offset).line;
  const std::size_t line_start = map.line_start(line);
  if (names_rules(document.kind, map, line)) {
    const std::string_view name = name_around(map.line(line), offset - line_start);
    const PackedRule* rule = setup.rules->find(name);
    if (rule != nullptr) {
      const std::size_t begin = static_cast<std::size_t>(name.data() - document.text.data());
      return hover_of(
          rule_page(*rule, rule->details(), setup.rules->severity_of(*rule), nullptr, markup),
          markup, map.range({begin, begin + name.size()}));
    }
  }
  const Finding* finding = result == nullptr ? nullptr : finding_at(*result, offset);
  const PackedRule* rule = finding == nullptr ? nullptr : setup.rules->find(finding->rule);
  if (rule == nullptr)
    return Json();
  return hover_of(rule_page(*rule, rule->details(), finding->severity, finding, markup), markup,
                  map.range(finding->span));
}

}  // namespace mailcheck
