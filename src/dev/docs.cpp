#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "base/file.hpp"
#include "dev/commands.hpp"
#include "dev/print.hpp"
#include "dev/rule_list.hpp"
#include "dev/rule_pages.hpp"
#include "dev/write_file.hpp"
#include "lint/rule.hpp"
#include "lint/rule_folder.hpp"

namespace mailcheck::dev {
namespace {

constexpr std::size_t page_size_limit = 4 * 1024 * 1024;
constexpr std::string_view pages_folder = "docs/rules";

/// Every generated file with the content it should have.
Result<std::map<std::string, std::string>> generated(const FileSystem& files) {
  const Result<RuleFolder> folder = read_rule_folder(files, "rules");
  if (!folder)
    return folder.error();
  const Result<std::string> list = rule_list(files, "rules");
  if (!list)
    return list.error();
  std::map<std::string, std::string> pages;
  pages["rules/meson.build"] = *list;
  pages[join_path(pages_folder, "README.md")] = rule_index(folder->rules);
  for (const Rule& rule : folder->rules)
    pages[join_path(pages_folder, rule.id + ".md")] = rule_page(rule);
  return pages;
}

}  // namespace

int docs(Arguments arguments) {
  const bool only_check = !arguments.empty() && arguments.front() == "--check";
  const DiskFileSystem disk;
  const Result<std::map<std::string, std::string>> pages = generated(disk);
  if (!pages)
    return fail(pages.error());
  int status = 0;
  for (const auto& [path, content] : *pages) {
    const Result<std::string> now = disk.read(path, page_size_limit);
    if (now && *now == content)
      continue;
    if (only_check) {
      fmt::print(stderr, "{} is out of date: run `mailcheck-dev docs`\n", path);
      status = 1;
      continue;
    }
    if (Result<void> written = write_file(path, content); !written)
      return fail(written.error());
    fmt::print("wrote {}\n", path);
  }
  const Result<std::vector<std::string>> names = disk.list(std::string(pages_folder));
  if (!names)
    return fail(names.error());
  for (const std::string& name : *names) {
    const std::string path = join_path(pages_folder, name);
    if (pages->contains(path))
      continue;
    fmt::print(stderr, "{} belongs to no rule: remove it\n", path);
    status = 1;
  }
  return status;
}

}  // namespace mailcheck::dev
