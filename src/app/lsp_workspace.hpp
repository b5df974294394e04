#pragma once

// What the language server asks of the world: configurations from the disk, the clock, files.

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/session.hpp"
#include "app/setup.hpp"
#include "lsp/workspace.hpp"

namespace mailcheck {

/// Keeps a setup for each configuration file that open drafts need, and the last good one while the
/// file is broken.
class DiskWorkspace final : public Workspace {
 public:
  explicit DiskWorkspace(const Session& session) : session_(session) {}

  [[nodiscard]] ProjectSetup setup_for(const std::string& folder) override;
  void forget() override;
  [[nodiscard]] std::optional<Sending> now() const override;
  [[nodiscard]] std::optional<std::string> read(const std::string& path) const override;
  [[nodiscard]] bool is_free(const std::string& path) const override;
  [[nodiscard]] std::string user_words() const override;
  [[nodiscard]] std::string user_config() const override;
  [[nodiscard]] std::string rule_page(const std::string& id) const override;
  [[nodiscard]] std::string current_folder() const override;

 private:
  struct Known {
    std::unique_ptr<Setup> setup;  // the last good one, if there ever was one
    std::optional<Error> error;
    bool is_stale = true;
  };
  [[nodiscard]] std::string config_file_for(const std::string& folder);

  const Session& session_;
  std::map<std::string, std::string> file_by_folder_;
  std::map<std::string, Known> by_file_;
  mutable std::map<std::string, std::string> pages_;  // of rules, once they were looked for
};

}  // namespace mailcheck
