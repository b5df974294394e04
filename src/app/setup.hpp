#pragma once

// What drafts are checked with: configuration files found and laid over one another, the rules and
// the speller that follow from them. Made once for each configuration file, not for each draft.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/session.hpp"
#include "base/result.hpp"
#include "lint/config.hpp"
#include "lint/rule_set.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

struct Setup {
  Config config;
  RuleSet rules;
  Speller speller;
};

/// `path` from the root, without `.` and `..`, as it is written: links are not followed.
[[nodiscard]] std::string absolute_path(const Session& session, const std::string& path);

/// The configuration that holds for drafts in `folder`: the user's file, under the project's, under
/// the command line. `project_file` as `project_config` gives it.
[[nodiscard]] Result<Config> load_config(const Session& session, const std::string& project_file);

/// The project's configuration file for `folder`: what `--config` names, or the nearest one
/// upwards; empty when there is none. Relative to the current folder when it lies below it.
[[nodiscard]] std::string project_config(const Session& session, const std::string& folder);

[[nodiscard]] Result<std::unique_ptr<Setup>> make_setup(const Session& session,
                                                        const std::string& project_file);

/// Setups by configuration file.
class SetupCache {
 public:
  explicit SetupCache(const Session& session) : session_(session) {}

  /// The setup for drafts in `folder`; nullptr when its configuration is broken.
  [[nodiscard]] const Setup* find(std::string_view folder);
  /// How the configuration is broken that `find` came by first just now; each is told once.
  [[nodiscard]] std::optional<Error> take_error();

 private:
  const Session& session_;
  std::optional<Error> error_;
  std::map<std::string, std::string, std::less<>> file_by_folder_;
  std::map<std::string, std::unique_ptr<Setup>> setup_by_file_;
};

}  // namespace mailcheck
