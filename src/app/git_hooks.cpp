#include "app/git_hooks.hpp"

#include <optional>
#include <string_view>

#include "base/unicode.hpp"

namespace mailcheck {
namespace {

/// Bytes of a file of git's that is read; more would be no configuration.
constexpr std::size_t git_file_limit = std::size_t{1} << 20;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    return value.substr(1, value.size() - 2);
  return value.substr(0, std::min(value.find_first_of("#;"), value.size()));
}

/// The last `core.hooksPath` of a configuration file; none when it has none or is not there.
std::optional<std::string> hooks_path(const FileSystem& files, const std::string& config) {
  const Result<std::string> text = files.read(config, git_file_limit);
  if (!text)
    return std::nullopt;
  std::optional<std::string> found;
  bool is_core = false;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const std::string_view line = trimmed(std::string_view(*text).substr(begin, end - begin));
    begin = end + 1;
    if (line.starts_with('[')) {
      is_core = to_lower(line.substr(0, line.find(']') + 1)) == "[core]";
      continue;
    }
    const std::size_t equals = line.find('=');
    if (is_core && equals != std::string_view::npos &&
        to_lower(trimmed(line.substr(0, equals))) == "hookspath")
      found = std::string(trimmed(unquoted(trimmed(line.substr(equals + 1)))));
  }
  return found;
}

/// The folder that a `.git` file names: “gitdir: ../.git/worktrees/x”.
Result<std::string> linked_folder(const FileSystem& files, const std::string& file) {
  const Result<std::string> text = files.read(file, git_file_limit);
  if (!text)
    return text.error();
  constexpr std::string_view label = "gitdir:";
  if (!text->starts_with(label))
    return Error{"is no file of git's", file};
  return join_path(parent_path(file), trimmed(std::string_view(*text).substr(label.size())));
}

}  // namespace

Result<std::string> git_hooks_folder(const FileSystem& files, const std::string& folder,
                                     const std::string& home) {
  std::string tree = folder;
  while (files.kind(join_path(tree, ".git")) == FileKind::missing) {
    if (tree.empty() || tree == "/")
      return Error{"there is no git repository here or above"};
    tree = parent_path(tree);
  }
  std::string git = join_path(tree, ".git");
  if (files.kind(git) == FileKind::regular) {
    Result<std::string> linked = linked_folder(files, git);
    if (!linked)
      return linked;
    git = *std::move(linked);
  }
  // A work tree shares the hooks of its repository.
  if (const Result<std::string> common = files.read(join_path(git, "commondir"), git_file_limit))
    git = join_path(git, trimmed(*common));
  std::optional<std::string> path = hooks_path(files, join_path(git, "config"));
  if (!path && !home.empty())
    path = hooks_path(files, join_path(home, ".gitconfig"));
  if (!path && !home.empty())
    path = hooks_path(files, join_path(home, ".config/git/config"));
  if (!path)
    return join_path(git, "hooks");
  if (path->starts_with("~/"))
    return join_path(home, std::string_view(*path).substr(2));
  return join_path(tree, *path);
}

}  // namespace mailcheck
