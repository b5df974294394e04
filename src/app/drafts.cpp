#include "app/drafts.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace mailcheck {
namespace {

bool is_draft_name(std::string_view name) {
  return name.ends_with(".txt") || name.ends_with(".eml") || name.ends_with(".mail") ||
         name.ends_with(".draft");
}

/// A link to a folder may lead back to where the walk came from.
bool is_link(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_symlink(path, error);
}

struct Folder {
  std::string path;
  std::size_t depth;
};

void walk(const FileSystem& files, const std::string& root, DraftPaths& found) {
  std::vector<Folder> to_do{{root, 0}};
  std::vector<std::string> drafts;
  while (!to_do.empty()) {
    const Folder folder = std::move(to_do.back());
    to_do.pop_back();
    const Result<std::vector<std::string>> names = files.list(folder.path);
    if (!names) {
      found.errors.push_back(names.error());
      continue;
    }
    for (const std::string& name : *names) {
      if (name.starts_with('.'))
        continue;
      std::string path = join_path(folder.path, name);
      const FileKind kind = files.kind(path);
      if (kind == FileKind::folder && !is_link(path)) {
        if (folder.depth + 1 > folder_depth_limit)
          found.errors.push_back(
              {fmt::format("deeper than {} folders; not walked", folder_depth_limit), path});
        else
          to_do.push_back({std::move(path), folder.depth + 1});
      } else if (kind != FileKind::folder && kind != FileKind::other && is_draft_name(name)) {
        drafts.push_back(std::move(path));
      }
    }
  }
  std::sort(drafts.begin(), drafts.end());
  found.files.insert(found.files.end(), drafts.begin(), drafts.end());
}

}  // namespace

DraftPaths find_drafts(const FileSystem& files, const std::vector<std::string>& paths) {
  DraftPaths found;
  for (const std::string& path : paths) {
    if (path != "-" && files.kind(path) == FileKind::folder)
      walk(files, path, found);
    else
      found.files.push_back(path);
  }
  return found;
}

}  // namespace mailcheck
