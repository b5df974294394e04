#pragma once

// The command line as plain data. CLI11 stands behind it, in options.cpp alone.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/environment.hpp"
#include "app/maildir.hpp"
#include "app/progress.hpp"
#include "base/result.hpp"
#include "facts/facts.hpp"
#include "fix/fixes.hpp"
#include "lint/severity.hpp"
#include "report/reporter.hpp"
#include "report/text.hpp"
#include "spelling/speller.hpp"

namespace mailcheck {

enum class Command {
  check,
  completions,
  config,
  dump,
  explain,
  explain_word,
  hook,
  init,
  lsp,
  rules,
  stats,
  test_rules,
  show
};

struct Options {
  Command command = Command::check;
  std::vector<std::string> arguments;  ///< Paths, or what is to be explained.
  std::string shown;                   ///< What `show` prints: a help text or the version.

  Format format = Format::text;
  ColumnUnit columns = ColumnUnit::code_point;  ///< `--columns`
  std::optional<Stage> stage;
  std::optional<Language> language;
  std::string config_file;
  std::string context_file;   ///< Facts about the draft, over the configuration.
  std::optional<Moment> now;  ///< When the mail goes out; with a time and an offset.
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, Severity>> severities;
  std::optional<Severity> fail_on;  ///< `off`: never.
  std::string stdin_filename;
  std::string files_from;         ///< A file with more paths; “-” is standard input.
  std::string baseline;           ///< `--baseline`: a file of findings that are known.
  std::vector<std::string> sent;  ///< `--sent`: mails to compare the drafts with.
  MessageChoice messages = MessageChoice::drafts;  ///< `--all`
  std::size_t jobs = 0;  ///< Threads that look at drafts; 0: as many as there are cores.
  ProgressChoice progress = ProgressChoice::automatic;
  ColorChoice color = ColorChoice::automatic;
  Verbosity verbosity = Verbosity::normal;
  FixChoice fixes = FixChoice::none;  ///< `--fix`, `--unsafe-fixes`
  bool no_config = false;             ///< Neither the user's nor a project's configuration.
  bool ends_with_nul = false;    ///< `--null`: paths in `files_from` end with NUL, not with a line.
  bool show_diff = false;        ///< `--diff`: what `--fix` would change
  bool writes_baseline = false;  ///< `--write-baseline`: put what is found into that file.
  bool origin = false;           ///< `config --origin`
  bool coverage = false;         ///< `test-rules --coverage`
};

/// Parses the arguments after the program's name. Unknown options are errors that name the nearest.
[[nodiscard]] Result<Options> parse_options(const std::vector<std::string>& arguments);

}  // namespace mailcheck
