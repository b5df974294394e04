#include "lint/config_waivers.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/glob.hpp"
#include "base/line_index.hpp"
#include "lint/fingerprint.hpp"
#include "lint/interview_keys.hpp"
#include "lint/toml_text.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Reads one table of the array.
class WaiverReader {
 public:
  WaiverReader(const TomlDocument& document, const std::string& folder)
      : document_(document), lines_(document.text) {
    waiver_.paths.folder = folder;
  }

  Result<ConfigWaiver> read(const TomlValue& value) {
    const TomlTable* table = value.table();
    if (table == nullptr)
      return document_.error_at(value, "waivers are tables, [[waiver]]");
    for (const TomlTable::Entry& entry : table->entries) {
      if (Result<void> done = read_key(entry); !done)
        return std::move(done).error();
    }
    if (waiver_.target.empty())
      return document_.error_at(value,
                                "a waiver needs “rule”, the rule or category that it waives");
    return std::move(waiver_);
  }

 private:
  Result<void> read_key(const TomlTable::Entry& entry) {
    if (entry.key == "paths")
      return read_paths(entry);
    const bool is_known = entry.key == "rule" || entry.key == "text" || entry.key == "reason";
    if (!is_known) {
      std::string hint = did_you_mean(entry.key, {"rule", "paths", "text", "reason"});
      if (hint.empty())
        hint = "; its keys are “rule”, “paths”, “text” and “reason”";
      return document_.error_at(entry, fmt::format("a waiver has no key “{}”{}", entry.key, hint));
    }
    const std::string* text = entry.value.string();
    if (text == nullptr)
      return wrong_type(document_, entry, "a string");
    if (entry.key == "rule") {
      waiver_.target = *text;
      waiver_.place = {document_.file, entry.value.line, entry.value.column,
                       std::string(lines_.line(entry.value.line))};
    } else if (entry.key == "text") {
      waiver_.text = folded_text(*text);
    }
    return {};
  }

  Result<void> read_paths(const TomlTable::Entry& entry) {
    Result<std::vector<std::string>> paths = toml_strings(document_, entry.value);
    if (!paths)
      return std::move(paths).error();
    const bool has_empty = std::any_of(paths->begin(), paths->end(),
                                       [](const std::string& path) { return path.empty(); });
    // Without a pattern the waiver would be about every draft, which an empty list does not mean.
    if (paths->empty() || has_empty)
      return document_.error_at(entry.value, "“paths” needs a path or a pattern, as in “*.eml”");
    waiver_.paths.patterns = *std::move(paths);
    return {};
  }

  const TomlDocument& document_;
  LineIndex lines_;
  ConfigWaiver waiver_;
};

bool waives(const ConfigWaiver& waiver, const Finding& finding) {
  if (waiver.target != finding.rule && waiver.target != finding.category)
    return false;
  return waiver.text.empty() || equal_ignoring_case(waiver.text, folded_text(finding.text));
}

}  // namespace

bool means_path(std::string_view folder, std::string_view pattern, std::string_view path) {
  if (pattern.starts_with('/') || pattern.find('/') == std::string_view::npos)
    return matches_glob(pattern, path);
  std::string_view below = path;
  if (!folder.empty()) {
    if (!below.starts_with(folder))
      return false;
    below.remove_prefix(folder.size());
    if (!folder.ends_with('/')) {
      if (!below.starts_with('/'))
        return false;
      below.remove_prefix(1);
    }
  }
  return matches_glob(pattern, below);
}

bool means_path(const PathPatterns& paths, std::string_view path) {
  return std::any_of(paths.patterns.begin(), paths.patterns.end(), [&](const std::string& pattern) {
    return means_path(paths.folder, pattern, path);
  });
}

Result<std::vector<ConfigWaiver>> read_config_waivers(const TomlDocument& document,
                                                      const TomlTable::Entry& entry,
                                                      const std::string& folder) {
  const TomlArray* tables = entry.value.array();
  if (tables == nullptr)
    return wrong_type(document, entry, "an array of tables, [[waiver]]");
  std::vector<ConfigWaiver> waivers;
  for (const TomlValue& value : *tables) {
    Result<ConfigWaiver> waiver = WaiverReader(document, folder).read(value);
    if (!waiver)
      return std::move(waiver).error();
    waivers.push_back(*std::move(waiver));
  }
  return waivers;
}

std::string toml_of(const std::vector<ConfigWaiver>& waivers) {
  std::string out = "[";
  for (const ConfigWaiver& waiver : waivers) {
    out += fmt::format("{}{{ rule = {}", out.size() > 1 ? ", " : "", toml_quoted(waiver.target));
    if (!waiver.paths.patterns.empty())
      out += fmt::format(", paths = {}", toml_list(waiver.paths.patterns));
    if (!waiver.text.empty())
      out += fmt::format(", text = {}", toml_quoted(waiver.text));
    out += " }";
  }
  return out + "]";
}

std::vector<std::size_t> apply_config_waivers(const std::vector<ConfigWaiver>& waivers,
                                              std::string_view path,
                                              std::vector<Finding>& findings) {
  std::vector<std::size_t> used;
  std::vector<bool> waived(findings.size());
  for (std::size_t number = 0; number < waivers.size(); ++number) {
    if (!waivers[number].is_about(path))
      continue;
    bool is_used = false;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (!waives(waivers[number], findings[i]))
        continue;
      waived[i] = true;
      is_used = true;
    }
    if (is_used)
      used.push_back(number);
  }
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return waived[at++]; });
  return used;
}

}  // namespace mailcheck
