#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/setup.hpp"
#include "report/escape.hpp"

namespace mailcheck {
namespace {

/// Lists of several files as one list, so that the output is itself a configuration.
std::vector<ConfigValue> merged(const std::vector<ConfigValue>& values) {
  std::vector<ConfigValue> out;
  for (const ConfigValue& value : values) {
    const auto same = std::find_if(
        out.begin(), out.end(), [&](const ConfigValue& known) { return known.key == value.key; });
    if (same == out.end()) {
      out.push_back(value);
      continue;
    }
    const bool first_empty = same->value == "[]";
    same->value.pop_back();
    same->value += (first_empty || value.value == "[]" ? "" : ", ") + value.value.substr(1);
  }
  return out;
}

}  // namespace

int run_config(const Session& session) {
  const std::string file = project_config(session, "");
  // The rules are built too, so that a wrong name in the configuration shows here.
  const Result<std::unique_ptr<Setup>> setup = make_setup(session, file);
  if (!setup) {
    session.report(setup.error());
    return status_failed;
  }
  const std::vector<ConfigValue>& values = (*setup)->config.values;
  if (file.empty())
    session.out.write("# There is no mailcheck.toml here or above; “mailcheck init” writes one.\n");
  for (const ConfigValue& value : session.options.origin ? values : merged(values)) {
    std::string line = fmt::format("{} = {}", value.key, value.value);
    if (session.options.origin)
      line += fmt::format("  # {}", value.origin);
    session.out.write(terminal_safe(line) + "\n");
  }
  return status_clean;
}

}  // namespace mailcheck
