#include "app/option_table.hpp"

namespace mailcheck {
namespace {

constexpr OptionSpec config_options[] = {
    {"--config", &RawOptions::config_file, "Use this file instead of searching for one", "FILE"},
    {"--no-config", &RawOptions::no_config, "Use no configuration at all"},
};

constexpr OptionSpec stdin_options[] = {
    {"--stdin-filename", &RawOptions::stdin_filename, "What to call standard input", "NAME"},
};

constexpr OptionSpec color_options[] = {
    {"--color", &RawOptions::color, "When to use colours", "auto|always|never"},
};

constexpr OptionSpec all_options[] = {
    {"--all", &RawOptions::all, "All messages of a Maildir, not only its drafts (flag D)"},
};

constexpr OptionSpec language_options[] = {
    {"--lang", &RawOptions::language, "The language to spell in; either English when left out",
     "en-US|en-GB|TAG"},
};

constexpr OptionSpec stage_options[] = {
    {"--stage", &RawOptions::stage, "What the mail is for, when the guess is wrong", "NAME|auto"},
};

constexpr OptionSpec draft_options[] = {
    {"--context", &RawOptions::context_file, "Facts about the interview, over the configuration",
     "FILE"},
    {"--now", &RawOptions::now, "When the mail goes out, 2026-03-05T09:00:00+01:00", "TIME"},
    {"--files-from", &RawOptions::files_from,
     "Read more paths from this file, one a line; “-” is standard input", "FILE"},
    {"-0,--null", &RawOptions::ends_with_nul, "Paths of --files-from end with NUL"},
    {"-j,--jobs", &RawOptions::jobs, "Drafts looked at at once; 0: as many as there are cores",
     "N"},
};

constexpr OptionSpec check_format[] = {
    {"--format", &RawOptions::format, "How to print findings",
     "text|gnu|json|jsonl|sarif|checkstyle|junit|github|lsp"},
    {"--columns", &RawOptions::columns, "What columns of --format gnu count",
     "characters|bytes|utf-16"},
};

constexpr OptionSpec check_options[] = {
    {"--select", &RawOptions::select, "Only these rules; a list with commas", "ID|CATEGORY", true},
    {"--ignore", &RawOptions::ignore, "All but these rules; a list with commas", "ID|CATEGORY",
     true},
    {"--severity", &RawOptions::severities, "Change the severity of a rule or category", "ID=LEVEL",
     true},
    {"--fail-on", &RawOptions::fail_on, "Least severity that makes the exit status 1",
     "error|warning|suggestion|never"},
    {"--fix", &RawOptions::fix, "Apply fixes that cannot change what you mean"},
    {"--unsafe-fixes", &RawOptions::unsafe_fixes,
     "With --fix or --diff: the most likely repairs too"},
    {"--diff", &RawOptions::diff, "Show what --fix would change, and change nothing"},
};

constexpr OptionSpec sent_options[] = {
    {"--sent", &RawOptions::sent, "Compare with mails that were sent: a Maildir, mbox, folder",
     "PATH"},
};

constexpr OptionSpec progress_options[] = {
    {"--progress", &RawOptions::progress, "When to show a bar on standard error",
     "auto|always|never"},
};

constexpr OptionSpec verbosity_options[] = {
    {"-q,--quiet", &RawOptions::quiet, "Print findings and nothing else"},
    {"-v,--verbose", &RawOptions::verbose, "Also print the stage, and what was not checked"},
};

constexpr OptionSpec origin_options[] = {
    {"--origin", &RawOptions::origin, "Say where each value comes from"},
};

constexpr OptionSpec dump_format[] = {
    {"--format", &RawOptions::format, "How to print the draft", "text|json"},
};

constexpr OptionSpec rules_format[] = {
    {"--format", &RawOptions::format, "How to print the list", "text|json"},
};

// Editors' libraries say how they talk to a server; this is the only way here.
constexpr OptionSpec lsp_options[] = {
    {"--stdio", &RawOptions::stdio, "Use standard input and output, as always"},
};

constexpr OptionSpec test_rules_options[] = {
    {"--coverage", &RawOptions::coverage, "Fail a rule that no example fires"},
};

}  // namespace

std::vector<std::span<const OptionSpec>> options_of(Command command) {
  switch (command) {
    case Command::check:
      return {check_format,   stage_options,    language_options, draft_options,
              config_options, check_options,    stdin_options,    sent_options,
              all_options,    progress_options, color_options,    verbosity_options};
    case Command::config:
      return {origin_options, config_options};
    case Command::dump:
      return {dump_format,   stage_options,  language_options,
              draft_options, config_options, stdin_options};
    case Command::rules:
      return {rules_format, color_options, config_options};
    case Command::explain_word:
      return {language_options, color_options, config_options};
    case Command::lsp:
      return {config_options, lsp_options};
    case Command::explain:
      return {color_options, config_options};
    case Command::stats:
      return {stage_options, language_options, draft_options, config_options,
              stdin_options, all_options,      color_options};
    case Command::test_rules:
      return {test_rules_options};
    case Command::hook:
    case Command::init:
    case Command::show:
      break;
  }
  return {};
}

}  // namespace mailcheck
