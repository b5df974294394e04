#include "lint/severity.hpp"

namespace mailcheck {
namespace {

constexpr Severity severities[] = {Severity::off, Severity::suggestion, Severity::warning,
                                   Severity::error};

}  // namespace

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::off:
      return "off";
    case Severity::suggestion:
      return "suggestion";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::optional<Severity> severity_named(std::string_view name) {
  for (const Severity severity : severities)
    if (name_of(severity) == name)
      return severity;
  return std::nullopt;
}

}  // namespace mailcheck
