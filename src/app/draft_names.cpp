#include "app/draft_names.hpp"

#include <utility>

#include "app/setup.hpp"

namespace mailcheck {

std::optional<bool> DraftNames::is_draft(const std::string& path) {
  const Patterns& patterns = patterns_of(parent_path(path));
  if (patterns.drafts.patterns.empty() && patterns.exclude.patterns.empty())
    return std::nullopt;
  const std::string absolute = absolute_path(session_, path);
  if (means_path(patterns.exclude, absolute))
    return false;
  if (patterns.drafts.patterns.empty())
    return std::nullopt;
  return means_path(patterns.drafts, absolute);
}

const DraftNames::Patterns& DraftNames::patterns_of(std::string_view folder) {
  auto known = file_by_folder_.find(folder);
  if (known == file_by_folder_.end())
    known = file_by_folder_.emplace(folder, project_config(session_, std::string(folder))).first;
  const auto made = patterns_by_file_.find(known->second);
  if (made != patterns_by_file_.end())
    return made->second;
  Patterns patterns;
  if (Result<Config> config = load_config(session_, known->second))
    patterns = {std::move(config->drafts), std::move(config->exclude)};
  return patterns_by_file_[known->second] = std::move(patterns);
}

}  // namespace mailcheck
