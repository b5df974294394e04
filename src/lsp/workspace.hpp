#pragma once

// What the server asks of the world around it: configurations, the clock, files beside the open
// ones. It changes nothing there; files are changed by the editor.

#include <optional>
#include <string>

#include "base/result.hpp"
#include "facts/timeline.hpp"
#include "lint/config.hpp"
#include "lint/rule_set.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

/// What the drafts of a folder are checked with: views that last until `forget`.
struct ProjectSetup {
  std::string config_file;  ///< Absolute path of the project's configuration; empty: none.
  /// All three, or none when there never was a configuration that can be used.
  const Config* config = nullptr;
  const RuleSet* rules = nullptr;
  const Speller* speller = nullptr;
  /// What is wrong with the configuration as it lies there now. The last good one stays in force.
  std::optional<Error> error;

  [[nodiscard]] bool is_usable() const { return rules != nullptr; }
};

class Workspace {
 public:
  virtual ~Workspace() = default;

  /// The setup for drafts in `folder`, an absolute path.
  [[nodiscard]] virtual ProjectSetup setup_for(const std::string& folder) = 0;
  /// Configurations may have changed and are read again when they are needed next.
  virtual void forget() = 0;
  /// When a mail would go out that is sent now.
  [[nodiscard]] virtual std::optional<Sending> now() const = 0;
  /// The content of a file as it lies on disk; nothing when there is none that can be read.
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& path) const = 0;
  /// Whether nothing lies at a path.
  [[nodiscard]] virtual bool is_free(const std::string& path) const = 0;
  /// The path of the user's own words and configuration; empty without a home folder.
  [[nodiscard]] virtual std::string user_words() const = 0;
  [[nodiscard]] virtual std::string user_config() const = 0;
  /// The URI of the page of a rule; empty when it has none on this machine.
  [[nodiscard]] virtual std::string rule_page(const std::string& id) const = 0;
  /// Where the program was started.
  [[nodiscard]] virtual std::string current_folder() const = 0;
};

}  // namespace mailcheck
