#include "app/path_list.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/environment.hpp"

namespace mailcheck {

Result<std::vector<std::string>> paths_of(const Session& session) {
  const Options& options = session.options;
  std::vector<std::string> paths = options.arguments;
  if (options.files_from.empty())
    return paths;
  Result<std::string> list = options.files_from == "-"
                                 ? read_standard_input(path_list_limit, path_list_limit)
                                 : session.files.read(options.files_from, path_list_limit);
  if (!list)
    return std::move(list).error();
  std::string_view rest = *list;
  const char end = options.ends_with_nul ? '\0' : '\n';
  while (!rest.empty()) {
    const std::string_view path = rest.substr(0, rest.find(end));
    rest.remove_prefix(std::min(path.size() + 1, rest.size()));
    if (path == "-")
      return Error{"“-” cannot stand in a list of paths", options.files_from};
    if (!path.empty())
      paths.emplace_back(path);
  }
  return paths;
}

}  // namespace mailcheck
