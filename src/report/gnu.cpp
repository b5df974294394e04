#include "report/gnu.hpp"

#include <vector>

#include <fmt/format.h>

#include "report/escape.hpp"

namespace mailcheck {

std::string gnu_report(const CheckedDraft& draft, ColumnUnit unit) {
  const std::vector<Finding>& findings = draft.result.findings;
  const std::vector<FindingPlace> places = places_of(draft, unit);
  const std::string path = terminal_safe(draft.source.path);
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i)
    out += fmt::format("{}:{}:{}: {}: {} [{}]\n", path, places[i].start.line,
                       places[i].start.column, name_of(findings[i].severity),
                       terminal_safe_line(findings[i].message), terminal_safe(findings[i].rule));
  return out;
}

}  // namespace mailcheck
