#include "lint/project_folder.hpp"

#include <vector>

namespace mailcheck {
namespace {

std::string as_prefix(std::string folder) {
  if (!folder.ends_with('/'))
    folder += '/';
  return folder;
}

/// The paths of what lies in a folder; nothing where it is none.
std::vector<std::string> entries_of(const FileSystem& files, const std::string& folder) {
  std::vector<std::string> paths;
  if (files.kind(folder) != FileKind::folder)
    return paths;
  if (const Result<std::vector<std::string>> names = files.list(folder)) {
    for (const std::string& name : *names)
      paths.push_back(join_path(folder, name));
  }
  return paths;
}

}  // namespace

ProjectFolder::ProjectFolder(const FileSystem& files, const std::string& config_path)
    : files_(files) {
  const std::string folder(parent_path(config_path));
  const std::string real = files.resolved(folder.empty() ? "." : folder);
  prefix_ = real == "." ? std::string() : as_prefix(real);
}

bool ProjectFolder::holds(const std::string& path) const {
  return as_prefix(files_.resolved(path)).starts_with(prefix_);
}

std::optional<std::string> ProjectFolder::stray_in(const std::string& path) const {
  for (const std::string& entry : entries_of(files_, path)) {
    if (!holds(entry))
      return entry;
    for (const std::string& below : entries_of(files_, entry)) {
      if (!holds(below))
        return below;
    }
  }
  return std::nullopt;
}

}  // namespace mailcheck
