#include "report/github.hpp"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "report/escape.hpp"
#include "report/places.hpp"

namespace mailcheck {
namespace {

std::string_view command_of(Severity severity) {
  return severity == Severity::suggestion ? "notice" : name_of(severity);
}

/// Text after the second “::”; line breaks are gone already.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : terminal_safe_line(text))
    out += c == '%' ? std::string("%25") : std::string(1, c);
  return out;
}

/// A value among the properties, which commas and colons end.
std::string as_property(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) {
    if (c == ':')
      out += "%3A";
    else if (c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string github_report(const CheckedDraft& draft) {
  const std::vector<Finding>& findings = draft.result.findings;
  const std::vector<FindingPlace> places = places_of(draft);
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const FindingPlace& place = places[i];
    // GitHub ignores columns of a range over several lines, and says so with a warning.
    const std::string columns =
        place.end.line == place.start.line
            ? fmt::format(",col={},endColumn={}", place.start.column, place.end.column)
            : "";
    out += fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n",
                       command_of(findings[i].severity), as_property(draft.source.path),
                       place.start.line, place.end.line, columns, as_property(findings[i].rule),
                       escaped(findings[i].message));
  }
  return out;
}

}  // namespace mailcheck
