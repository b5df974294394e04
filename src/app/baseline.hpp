#pragma once

// Findings that were there when a project began to use mailcheck: `--baseline FILE` passes over
// them, so that only new ones count. The file is JSON (docs/schema) and holds no text of a draft.

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"
#include "lint/finding.hpp"
#include "lint/rule_set.hpp"

namespace mailcheck {

/// Bytes of a baseline; a larger one is an error.
inline constexpr std::size_t baseline_size_limit = std::size_t{8} << 20;

class Baseline {
 public:
  /// An empty one, that will lie at `file`. Paths of drafts are relative to its folder; `here` is
  /// the current one, absolute.
  Baseline(std::string file, std::string here);

  /// Fails when it cannot be read or is none.
  [[nodiscard]] static Result<Baseline> read(const FileSystem& files, const std::string& file,
                                             const std::string& here);

  /// Takes out the findings of a draft, or of one message of it, that are known, and says how many.
  /// An entry takes as many as it counts. `rules` are those that the draft was checked with.
  std::size_t take_out(const std::string& path, const RuleSet& rules,
                       std::vector<Finding>& findings);
  /// What is known and was not found, of drafts that were looked at with the rule, and of files
  /// that are no more: “draft.txt: too-long”, each as often as it counts.
  [[nodiscard]] std::vector<std::string> stale(const FileSystem& files) const;

  /// Keeps the findings of a draft in the place of all that was known of it.
  void put_in(const std::string& path, const std::vector<Finding>& findings);
  /// Forgets drafts that are no more.
  void drop_missing(const FileSystem& files);

  [[nodiscard]] std::size_t size() const;
  /// As it stands in the file.
  [[nodiscard]] std::string text() const;

 private:
  struct Key {
    std::string path;  // relative to the folder of the file, and safe to print
    std::string rule;
    std::string fingerprint;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Known {
    std::size_t count = 0;
    std::size_t left = 0;    // not found yet in this run
    bool is_sought = false;  // the draft was looked at with the rule
  };
  Result<void> parse(const std::string& text);
  [[nodiscard]] std::string key_path(const std::string& path) const;
  [[nodiscard]] bool is_gone(const FileSystem& files, const std::string& path) const;

  std::string file_;
  std::string here_;
  std::map<Key, Known> known_;
  std::set<std::string> seen_;  // paths of keys
};

}  // namespace mailcheck
