#pragma once

// A folder of rules as people keep it: rule files by category, and the word lists that their
// phrases name.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"
#include "lint/rule.hpp"

namespace mailcheck {

/// Word lists that phrases may name, `{role}`: from `words/<name>.txt`, one entry a line, `#`
/// begins a comment.
using WordLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Rules of a folder, and bytes of its files; more is an error.
inline constexpr std::size_t rule_limit = 5000;
inline constexpr std::size_t rule_bytes_limit = std::size_t{16} << 20;

/// All rules and word lists below a folder: `<category>/<id>.toml` and `words/<name>.txt`, sorted
/// by path. A single `.toml` file is a folder of one.
struct RuleFolder {
  std::vector<Rule> rules;
  WordLists words;
};
[[nodiscard]] Result<RuleFolder> read_rule_folder(const FileSystem& files, const std::string& path);

}  // namespace mailcheck
