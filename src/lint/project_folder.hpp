#pragma once

// What a stranger's configuration may name: files that lie below its folder, also when symbolic
// links are followed. Else a link in a repository would show a line of any file of the reader's.

#include <optional>
#include <string>

#include "base/file.hpp"

namespace mailcheck {

class ProjectFolder {
 public:
  /// Of the configuration file at `config_path`.
  ProjectFolder(const FileSystem& files, const std::string& config_path);

  [[nodiscard]] bool holds(const std::string& path) const;
  /// The first file in `path`, and in the folders directly in it, that lies elsewhere.
  [[nodiscard]] std::optional<std::string> stray_in(const std::string& path) const;

 private:
  const FileSystem& files_;
  std::string prefix_;  // with the final slash
};

}  // namespace mailcheck
