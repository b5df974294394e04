#include "lsp/diagnostics.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "report/lsp.hpp"

namespace mailcheck {
namespace {

constexpr const char* source_name = "mailcheck";

Json failure_of(std::string_view message) {
  return Json::Object{{"range", json_of(Range())},
                      {"severity", diagnostic_severity(Severity::error)},
                      {"source", source_name},
                      {"message", sentence_of(message)}};
}

}  // namespace

std::string sentence_of(std::string_view message) {
  std::string text(message);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text.ends_with('.') || text.ends_with('?') ? text : text + ".";
}

Json diagnostic_of(const Finding& finding, const PositionMap& map, const std::string& page) {
  Json::Object diagnostic{{"range", json_of(map.range(finding.span))},
                          {"severity", diagnostic_severity(finding.severity)},
                          {"code", finding.rule},
                          {"source", source_name},
                          {"message", finding.message}};
  if (!page.empty())
    diagnostic.push_back({"codeDescription", Json::Object{{"href", page}}});
  return diagnostic;
}

Json diagnostics_of(const Document& document, PositionEncoding encoding, const RulePages& pages) {
  Json::Array diagnostics;
  if (!document.result)
    return diagnostics;
  const PositionMap map(document.text, encoding);
  for (const std::string& failure : document.result->failures)
    diagnostics.push_back(failure_of(failure));
  for (const Finding& finding : document.result->findings)
    diagnostics.push_back(diagnostic_of(finding, map, pages(finding.rule)));
  return diagnostics;
}

Json diagnostic_of(const Error& error, PositionEncoding encoding) {
  Range range;
  if (error.line > 0 && error.column > 0) {
    const std::string_view line = error.source_line;
    const std::string_view before = utf8_prefix(line, error.column - 1);
    const std::string_view marked =
        utf8_prefix(line.substr(before.size()), std::max<std::size_t>(error.length, 1));
    range.start = {error.line - 1, count_units(before, encoding)};
    range.end = {error.line - 1, range.start.character + count_units(marked, encoding)};
  }
  return Json::Object{{"range", json_of(range)},
                      {"severity", diagnostic_severity(Severity::error)},
                      {"source", source_name},
                      {"message", sentence_of(error.message)}};
}

}  // namespace mailcheck
