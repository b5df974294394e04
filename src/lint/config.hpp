#pragma once

// What the user chose: severities, options of rules, own rules, words, facts about the interview.
// Data only: no value names a program. Layers (user's file, project's file, command line) are laid
// over one another; a broken file stops the run, it never falls back to defaults.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"
#include "checks/params.hpp"
#include "facts/facts.hpp"
#include "lint/config_waivers.hpp"
#include "lint/presets.hpp"
#include "lint/severity.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

/// A severity set for a rule, a category or a level, and where.
struct SeverityChoice {
  /// A rule's id, a category, or "error", "warning", "suggestion": all rules of that severity.
  std::string target;
  Severity severity;
  ParamPlace place;
};

/// One value with its origin, for `mailcheck config --origin`.
struct ConfigValue {
  std::string key;     ///< Dotted, `severity.too-long`.
  std::string value;   ///< As TOML.
  std::string origin;  ///< `file:line`, "command line" or "default".
};

struct Config {
  /// In order; a later one wins, a rule beats a category, a category beats a level.
  std::vector<SeverityChoice> severities;
  std::map<std::string, Params> options;            ///< By rule.
  std::map<std::string, ParamPlace> option_places;  ///< Of the `[options.<rule>]` headings.
  std::vector<std::string> rule_paths;              ///< Already joined to the folder of their file.
  std::vector<std::string> words;  ///< `[spelling] words` and the word files' content.
  std::optional<Language> language;
  Severity fail_on = Severity::warning;  ///< `off`: never.
  GivenFacts given;
  std::vector<ConfigWaiver> waivers;
  PathPatterns drafts;   ///< What a draft is called; no pattern: what mailcheck takes for one.
  PathPatterns exclude;  ///< What is none, whatever it is called.
  std::vector<std::string> select;  ///< Rules or categories; empty: all.
  std::vector<std::string> ignore;
  std::vector<ConfigValue> values;
};

/// Files that extend files that extend files.
inline constexpr std::size_t extends_depth_limit = 8;
/// Names of files, folders and presets in all the files of a configuration.
inline constexpr std::size_t config_name_limit = 64;
/// Bytes of one word file.
inline constexpr std::size_t word_file_limit = std::size_t{1} << 20;

/// Who wrote a configuration file. A project's file may come from a stranger's repository and names
/// only files below its own folder; the user's own may name any.
enum class ConfigAuthor { project, user };

/// Lays one configuration file over `config`, what it extends first. Errors carry line, column and
/// a suggestion.
Result<void> apply_config_file(Config& config, const FileSystem& files, const std::string& path,
                               ConfigAuthor author = ConfigAuthor::project,
                               const Presets& presets = {});

/// Lays the facts of one draft over `config`: a file with the keys of `[interview]`, at its top or
/// under that heading, and perhaps a `stage`. Data only; there is no other key.
Result<void> apply_context_file(Config& config, const FileSystem& files, const std::string& path);

/// Adds the words of a word file: UTF-8, one a line. Errors say what is wrong, not where it was
/// named.
Result<void> apply_word_file(Config& config, const FileSystem& files, const std::string& path);

/// Keeps a value with its origin in `config.values`; a later value of the same key replaces it.
void record_value(Config& config, std::string key, std::string value, std::string origin);

/// The nearest `mailcheck.toml` or `.mailcheck.toml` from `folder` upwards; empty when there is
/// none.
[[nodiscard]] std::string find_config(const FileSystem& files, const std::string& folder);

}  // namespace mailcheck
