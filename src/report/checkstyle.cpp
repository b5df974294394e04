#include "report/checkstyle.hpp"

#include <vector>

#include <fmt/format.h>

#include "report/places.hpp"
#include "report/xml.hpp"

namespace mailcheck {
namespace {

/// Checkstyle's levels are ignore, info, warning and error.
std::string_view level_of(Severity severity) {
  return severity == Severity::suggestion ? "info" : name_of(severity);
}

}  // namespace

std::string checkstyle_begin(std::string_view version) {
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"{}\">\n",
                     xml_text(version));
}

std::string checkstyle_draft(const CheckedDraft& draft) {
  const std::vector<Finding>& findings = draft.result.findings;
  const std::vector<FindingPlace> places = places_of(draft);
  std::string out = fmt::format("  <file name=\"{}\">\n", xml_text(draft.source.path));
  for (std::size_t i = 0; i < places.size(); ++i)
    out += fmt::format(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
        "source=\"mailcheck.{}.{}\"/>\n",
        places[i].start.line, places[i].start.column, level_of(findings[i].severity),
        xml_text(findings[i].message), xml_text(findings[i].category), xml_text(findings[i].rule));
  return out + "  </file>\n";
}

std::string checkstyle_end() {
  return "</checkstyle>\n";
}

}  // namespace mailcheck
