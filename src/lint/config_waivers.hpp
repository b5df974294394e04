#pragma once

// What a configuration keeps on purpose: `[[waiver]]` silences a rule or a category for some
// drafts, or for some words. Waivers of one draft alone are in lint/waivers.hpp.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "checks/params.hpp"
#include "lint/finding.hpp"
#include "lint/toml.hpp"

namespace mailcheck {

/// Patterns of paths (base/glob.hpp) and the folder that they start from.
struct PathPatterns {
  std::string folder;  ///< Of the configuration; as absolute as the paths it is compared with.
  std::vector<std::string> patterns;
};

/// Whether a pattern means a draft. One with a slash is compared with the path below the folder, or
/// with the whole path when it is absolute.
[[nodiscard]] bool means_path(std::string_view folder, std::string_view pattern,
                              std::string_view path);
[[nodiscard]] bool means_path(const PathPatterns& paths, std::string_view path);

/// One `[[waiver]]`.
struct ConfigWaiver {
  std::string target;  ///< A rule's id or a category.
  PathPatterns paths;  ///< No pattern: every draft.
  std::string text;    ///< The words that it is about; empty: any.
  ParamPlace place;    ///< Of `rule`.

  [[nodiscard]] bool is_about(std::string_view path) const {
    return paths.patterns.empty() || means_path(paths, path);
  }
};

/// Reads the array of tables `waiver`, in a configuration in `folder`.
[[nodiscard]] Result<std::vector<ConfigWaiver>> read_config_waivers(const TomlDocument& document,
                                                                    const TomlTable::Entry& entry,
                                                                    const std::string& folder);

/// Waivers as one TOML value, for showing them.
[[nodiscard]] std::string toml_of(const std::vector<ConfigWaiver>& waivers);

/// Removes the findings of the draft at `path` that are waived. The numbers of the waivers that
/// waived something, ascending.
std::vector<std::size_t> apply_config_waivers(const std::vector<ConfigWaiver>& waivers,
                                              std::string_view path,
                                              std::vector<Finding>& findings);

}  // namespace mailcheck
