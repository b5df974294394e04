#include "report/junit.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/places.hpp"
#include "report/xml.hpp"

namespace mailcheck {

std::string junit_begin() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mailcheck\">\n";
}

std::string junit_draft(const CheckedDraft& draft, Severity limit) {
  const std::vector<Finding>& findings = draft.result.findings;
  const std::vector<FindingPlace> places = places_of(draft);
  const auto fails = [&](const Finding& finding) {
    return limit != Severity::off && finding.severity >= limit;
  };
  std::string path = xml_text(draft.source.path);
  if (draft.source.is_one_of_many)
    path += fmt::format(", message {}", draft.source.message);
  std::string out =
      fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n", path,
                  std::max<std::size_t>(findings.size(), 1),
                  std::count_if(findings.begin(), findings.end(), fails));
  if (findings.empty())
    out += fmt::format("    <testcase classname=\"{}\" name=\"no findings\"/>\n", path);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Finding& finding = findings[i];
    const std::string where = fmt::format("{}:{}", places[i].start.line, places[i].start.column);
    const std::string_view element = fails(finding) ? "failure" : "system-out";
    const std::string attributes =
        fails(finding) ? fmt::format(" type=\"{}\" message=\"{}\"", name_of(finding.severity),
                                     xml_text(finding.message))
                       : "";
    out += fmt::format(
        "    <testcase classname=\"{}\" name=\"{} at {}\">\n"
        "      <{}{}>{}:{}: {}: {}</{}>\n    </testcase>\n",
        path, xml_text(finding.rule), where, element, attributes, xml_text(draft.source.path),
        where, name_of(finding.severity), xml_text(finding.message), element);
  }
  return out + "  </testsuite>\n";
}

std::string junit_end() {
  return "</testsuites>\n";
}

}  // namespace mailcheck
