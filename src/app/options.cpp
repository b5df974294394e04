#include "app/options.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/version.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

struct CommandName {
  std::string_view name;
  Command command;
  std::string_view arguments;
  std::string_view summary;
};

constexpr CommandName command_names[] = {
    {"check", Command::check, "PATH…",
     "Check drafts: files, mboxes, Maildirs, folders; “-” is standard input."},
    {"config", Command::config, "", "Show the configuration that holds in this folder."},
    {"dump", Command::dump, "PATH…", "Show drafts as mailcheck reads them, for bug reports."},
    {"explain", Command::explain, "ID|CATEGORY",
     "Say why a rule is there, with examples and sources."},
    {"explain-word", Command::explain_word, "WORD…",
     "Say who knows a word, or what it may be meant as."},
    {"hook", Command::hook, "install|uninstall git|sendemail-validate",
     "Let git check drafts before they are committed or sent."},
    {"init", Command::init, "", "Write a commented mailcheck.toml into this folder."},
    {"lsp", Command::lsp, "", "Serve an editor: the Language Server Protocol on standard streams."},
    {"rules", Command::rules, "", "List every rule."},
    {"stats", Command::stats, "PATH…", "Count words and show what the mail has of what it wants."},
    {"test-rules", Command::test_rules, "PATH…", "Run the examples inside rule files."},
};

/// What CLI11 fills; turned into Options afterwards.
struct Raw {
  std::string format = "text", stage = "auto", language, fail_on, color = "auto", progress = "auto";
  std::string columns;
  std::string now, jobs = "0";
  std::vector<std::string> select, ignore, severities;
  bool quiet = false, verbose = false, all = false, stdio = false;
  bool fix = false, unsafe_fixes = false, diff = false;
};

void add_config_options(CLI::App& app, Options& options) {
  app.add_option("--config", options.config_file, "Use this file instead of searching for one")
      ->option_text("FILE")
      ->take_last();
  app.add_flag("--no-config", options.no_config, "Use no configuration at all");
}

CLI::Option* add_list(CLI::App& app, const std::string& name, std::vector<std::string>& list,
                      const std::string& help) {
  return app.add_option(name, list, help)->delimiter(',')->allow_extra_args(false);
}

void add_stdin_filename(CLI::App& app, Options& options) {
  app.add_option("--stdin-filename", options.stdin_filename, "What to call standard input")
      ->option_text("NAME")
      ->take_last();
}

void add_color(CLI::App& app, Raw& raw) {
  app.add_option("--color", raw.color, "When to use colours")
      ->option_text("auto|always|never")
      ->take_last();
}

void add_language(CLI::App& app, Raw& raw) {
  app.add_option("--lang", raw.language, "The language to spell in; either English when left out")
      ->option_text("en-US|en-GB|TAG")
      ->take_last();
}

void add_all(CLI::App& app, Raw& raw) {
  app.add_flag("--all", raw.all, "All messages of a Maildir, not only its drafts (flag D)");
}

/// What says how a draft is read: the facts about it, and the configuration.
void add_draft_options(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("--stage", raw.stage, "What the mail is for, when the guess is wrong")
      ->option_text("NAME|auto")
      ->take_last();
  add_language(app, raw);
  app.add_option("--context", options.context_file,
                 "Facts about the interview, over the configuration")
      ->option_text("FILE")
      ->take_last();
  app.add_option("--now", raw.now, "When the mail goes out, 2026-03-05T09:00:00+01:00")
      ->option_text("TIME")
      ->take_last();
  app.add_option("--files-from", options.files_from,
                 "Read more paths from this file, one a line; “-” is standard input")
      ->option_text("FILE")
      ->take_last();
  app.add_flag("-0,--null", options.ends_with_nul, "Paths of --files-from end with NUL");
  app.add_option("-j,--jobs", raw.jobs, "Drafts looked at at once; 0: as many as there are cores")
      ->option_text("N")
      ->take_last();
  add_config_options(app, options);
}

void add_check_options(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("--format", raw.format, "How to print findings")
      ->option_text("text|gnu|json|jsonl|sarif|checkstyle|junit|github|lsp")
      ->take_last();
  app.add_option("--columns", raw.columns, "What columns of --format gnu count")
      ->option_text("characters|bytes|utf-16")
      ->take_last();
  add_draft_options(app, options, raw);
  add_list(app, "--select", raw.select, "Only these rules; a list with commas")
      ->option_text("ID|CATEGORY");
  add_list(app, "--ignore", raw.ignore, "All but these rules; a list with commas")
      ->option_text("ID|CATEGORY");
  add_list(app, "--severity", raw.severities, "Change the severity of a rule or category")
      ->option_text("ID=LEVEL");
  app.add_option("--fail-on", raw.fail_on, "Least severity that makes the exit status 1")
      ->option_text("error|warning|suggestion|never")
      ->take_last();
  app.add_flag("--fix", raw.fix, "Apply fixes that cannot change what you mean");
  app.add_flag("--unsafe-fixes", raw.unsafe_fixes,
               "With --fix or --diff: the most likely repairs too");
  app.add_flag("--diff", raw.diff, "Show what --fix would change, and change nothing");
  add_stdin_filename(app, options);
  app.add_option("--sent", options.sent,
                 "Compare with mails that were sent: a Maildir, mbox, folder")
      ->option_text("PATH")
      ->allow_extra_args(false);
  add_all(app, raw);
  app.add_option("--progress", raw.progress, "When to show a bar on standard error")
      ->option_text("auto|always|never")
      ->take_last();
  add_color(app, raw);
  app.add_flag("-q,--quiet", raw.quiet, "Print findings and nothing else");
  app.add_flag("-v,--verbose", raw.verbose, "Also print the stage, and what was not checked");
}

void add_options(CLI::App& app, Options& options, Raw& raw) {
  switch (options.command) {
    case Command::check:
      add_check_options(app, options, raw);
      return;
    case Command::config:
      app.add_flag("--origin", options.origin, "Say where each value comes from");
      add_config_options(app, options);
      return;
    case Command::dump:
      app.add_option("--format", raw.format, "How to print the draft")
          ->option_text("text|json")
          ->take_last();
      add_draft_options(app, options, raw);
      add_stdin_filename(app, options);
      return;
    case Command::rules:
      app.add_option("--format", raw.format, "How to print the list")
          ->option_text("text|json")
          ->take_last();
      add_color(app, raw);
      add_config_options(app, options);
      return;
    case Command::explain_word:
      add_language(app, raw);
      add_color(app, raw);
      add_config_options(app, options);
      return;
    case Command::lsp:
      add_config_options(app, options);
      // Editors' libraries say how they talk to a server; this is the only way here.
      app.add_flag("--stdio", raw.stdio, "Use standard input and output, as always");
      return;
    case Command::explain:
      add_color(app, raw);
      add_config_options(app, options);
      return;
    case Command::stats:
      add_draft_options(app, options, raw);
      add_stdin_filename(app, options);
      add_all(app, raw);
      add_color(app, raw);
      return;
    case Command::test_rules:
      app.add_flag("--coverage", options.coverage, "Fail a rule that no example fires");
      return;
    case Command::hook:
    case Command::init:
    case Command::show:
      return;
  }
}

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

/// The value of the choice called `text`, or an error that names the choices.
template <class Value, std::size_t count>
Result<Value> choose(std::string_view option, const std::string& text,
                     const Named<Value> (&choices)[count]) {
  std::vector<std::string> names;
  for (const Named<Value>& choice : choices) {
    if (choice.name == text)
      return choice.value;
    names.emplace_back(choice.name);
  }
  std::string hint = did_you_mean(text, names);
  if (hint.empty())
    hint = fmt::format("; use {}", fmt::join(names, ", "));
  return Error{fmt::format("{} does not know “{}”{}", option, text, hint)};
}

constexpr Named<Format> formats[] = {
    {"text", Format::text},   {"gnu", Format::gnu},       {"json", Format::json},
    {"jsonl", Format::jsonl}, {"sarif", Format::sarif},   {"checkstyle", Format::checkstyle},
    {"junit", Format::junit}, {"github", Format::github}, {"lsp", Format::lsp}};
constexpr Named<Format> list_formats[] = {{"text", Format::text}, {"json", Format::json}};
constexpr Named<ColumnUnit> column_units[] = {{"characters", ColumnUnit::code_point},
                                              {"bytes", ColumnUnit::byte},
                                              {"utf-16", ColumnUnit::utf16}};
constexpr Named<ColorChoice> color_choices[] = {{"auto", ColorChoice::automatic},
                                                {"always", ColorChoice::always},
                                                {"never", ColorChoice::never}};
constexpr Named<ProgressChoice> progress_choices[] = {{"auto", ProgressChoice::automatic},
                                                      {"always", ProgressChoice::always},
                                                      {"never", ProgressChoice::never}};
constexpr Named<Severity> fail_levels[] = {{"error", Severity::error},
                                           {"warning", Severity::warning},
                                           {"suggestion", Severity::suggestion},
                                           {"never", Severity::off}};
constexpr Named<Severity> severity_levels[] = {{"error", Severity::error},
                                               {"warning", Severity::warning},
                                               {"suggestion", Severity::suggestion},
                                               {"off", Severity::off}};

Result<std::optional<Stage>> read_stage(const std::string& name) {
  if (name == "auto")
    return std::optional<Stage>();
  if (const std::optional<Stage> stage = stage_named(name))
    return stage;
  std::vector<std::string> names{"auto"};
  for (const Stage stage : all_stages)
    names.emplace_back(name_of(stage));
  std::string hint = did_you_mean(name, names);
  if (hint.empty())
    hint = fmt::format("; use {}", fmt::join(names, ", "));
  return Error{fmt::format("--stage does not know “{}”{}", name, hint)};
}

Result<std::pair<std::string, Severity>> read_severity(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos)
    return Error{
        fmt::format("--severity needs a rule and a level, “too-long=off”, not “{}”", text)};
  const Result<Severity> level = choose("--severity", text.substr(equals + 1), severity_levels);
  if (!level)
    return level.error();
  return std::pair(text.substr(0, equals), *level);
}

Result<std::size_t> read_jobs(const std::string& text) {
  constexpr std::size_t most = 1024;
  std::size_t jobs = 0;
  const char* end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, jobs);
  if (problem != std::errc() || rest != end || jobs > most)
    return Error{fmt::format("--jobs needs a number from 0 to {}, not “{}”", most, text)};
  return jobs;
}

Result<void> fill(Options& options, Raw& raw) {
  const bool has_two = options.command == Command::rules || options.command == Command::dump;
  const Result<Format> format = has_two ? choose("--format", raw.format, list_formats)
                                        : choose("--format", raw.format, formats);
  if (!format)
    return format.error();
  options.format = *format;
  if (!raw.columns.empty()) {
    const Result<ColumnUnit> columns = choose("--columns", raw.columns, column_units);
    if (!columns)
      return columns.error();
    if (options.format != Format::gnu)
      return Error{"--columns needs --format gnu"};
    options.columns = *columns;
  }
  const Result<ColorChoice> color = choose("--color", raw.color, color_choices);
  if (!color)
    return color.error();
  options.color = *color;
  const Result<ProgressChoice> progress = choose("--progress", raw.progress, progress_choices);
  if (!progress)
    return progress.error();
  options.progress = *progress;
  const Result<std::size_t> jobs = read_jobs(raw.jobs);
  if (!jobs)
    return jobs.error();
  options.jobs = *jobs;
  options.messages = raw.all ? MessageChoice::all : MessageChoice::drafts;
  Result<std::optional<Stage>> stage = read_stage(raw.stage);
  if (!stage)
    return std::move(stage).error();
  options.stage = *stage;
  if (!raw.language.empty()) {
    options.language = Language::named(raw.language);
    if (!options.language)
      return Error{
          fmt::format("--lang does not know “{}”: en-US, en-GB, or another language of "
                      "which Hunspell has a dictionary, as in “de-DE”",
                      raw.language)};
  }
  if (!raw.fail_on.empty()) {
    const Result<Severity> level = choose("--fail-on", raw.fail_on, fail_levels);
    if (!level)
      return level.error();
    options.fail_on = *level;
  }
  if (!raw.now.empty()) {
    options.now = parse_moment(raw.now);
    if (!options.now || !options.now->offset)
      return Error{fmt::format(
          "--now needs a time with its offset, 2026-03-05T09:00:00+01:00, not “{}”", raw.now)};
  }
  for (const std::string& text : raw.severities) {
    Result<std::pair<std::string, Severity>> severity = read_severity(text);
    if (!severity)
      return std::move(severity).error();
    options.severities.push_back(*std::move(severity));
  }
  if (raw.unsafe_fixes && !raw.fix && !raw.diff)
    return Error{"--unsafe-fixes needs --fix or --diff"};
  if (raw.fix || raw.diff)
    options.fixes = raw.unsafe_fixes ? FixChoice::all : FixChoice::safe;
  options.show_diff = raw.diff;
  if (raw.quiet && raw.verbose)
    return Error{"--quiet and --verbose cannot be used together"};
  if (raw.quiet)
    options.verbosity = Verbosity::quiet;
  if (raw.verbose)
    options.verbosity = Verbosity::verbose;
  if (options.no_config && !options.config_file.empty())
    return Error{"--config and --no-config cannot be used together"};
  options.select = std::move(raw.select);
  options.ignore = std::move(raw.ignore);
  return {};
}

std::string help_of(const CLI::App& app, const CommandName& command) {
  CLI::Formatter formatter;
  formatter.column_width(44);
  std::string help = fmt::format("{}\n\nUsage: mailcheck {}{} [OPTIONS]{}{}\n", command.summary,
                                 command.command == Command::check ? "[check]" : command.name, "",
                                 command.arguments.empty() ? "" : " ", command.arguments);
  if (command.command == Command::check) {
    help += "\nCommands:\n";
    for (const CommandName& other : command_names)
      help += fmt::format("  {:<13}{}\n", other.name, other.summary);
    help += "\nExit status: 0 nothing to mend, 1 findings, 2 something could not be done.\n";
  }
  return help + formatter.make_groups(&app, CLI::AppFormatMode::Normal);
}

Error unknown_option(const CLI::App& app, const std::string& given) {
  const std::string name = given.substr(0, given.find('='));
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& long_name : option->get_lnames())
      known.push_back("--" + long_name);
  }
  std::string hint = did_you_mean(name, known);
  if (hint.empty())
    hint = "; see “mailcheck --help”";
  return Error{fmt::format("there is no option “{}”{}", name, hint)};
}

/// Arguments that CLI11 left over are paths, or options that nobody knows. Paths are not declared
/// to CLI11, because it takes “[draft]” for a list.
Result<void> read_rest(const CLI::App& app, Options& options) {
  for (std::string& rest : app.remaining()) {
    if (rest.size() > 1 && rest.starts_with('-'))
      return unknown_option(app, rest);
    options.arguments.push_back(std::move(rest));
  }
  return {};
}

Result<void> check_count(const Options& options, const CommandName& command) {
  const bool one_wanted = options.command == Command::explain;
  if (one_wanted && options.arguments.size() != 1)
    return Error{"explain needs the id of one rule or category; “mailcheck rules” lists them"};
  if (options.command == Command::explain_word && options.arguments.empty())
    return Error{"explain-word needs a word"};
  if (options.command == Command::test_rules && options.arguments.empty())
    return Error{"test-rules needs a rule file or a folder of them"};
  const bool shows_drafts = options.command == Command::dump || options.command == Command::stats;
  if (options.ends_with_nul && options.files_from.empty())
    return Error{"--null needs --files-from"};
  const bool reads_two = std::find(options.arguments.begin(), options.arguments.end(), "-") !=
                             options.arguments.end() &&
                         options.files_from == "-";
  if (reads_two)
    return Error{"standard input can be a draft or the paths of --files-from, not both"};
  if (shows_drafts && options.arguments.empty() && options.files_from.empty())
    return Error{fmt::format("{} needs a draft; “-” is standard input", command.name)};
  if (command.arguments.empty() && !options.arguments.empty())
    return Error{fmt::format("{} takes no arguments, but “{}” was given", command.name,
                             options.arguments.front())};
  return {};
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  const auto named = std::find_if(
      std::begin(command_names), std::end(command_names),
      [&](const CommandName& known) { return !arguments.empty() && known.name == arguments[0]; });
  const bool has_command = named != std::end(command_names);
  const CommandName& command = has_command ? *named : command_names[0];

  Options options;
  options.command = command.command;
  const auto first = arguments.begin() + (has_command ? 1 : 0);
  // Most runs name drafts only, and setting all options up costs more than reading a draft.
  const bool has_options = std::any_of(first, arguments.end(), [](const std::string& argument) {
    return argument.size() > 1 && argument.starts_with('-');
  });
  if (!has_options) {
    options.arguments.assign(first, arguments.end());
    if (Result<void> done = check_count(options, command); !done)
      return std::move(done).error();
    return options;
  }
  Raw raw;
  CLI::App app;
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("-V,--version", std::string(program_version()), "Print the version");
  app.allow_extras();
  add_options(app, options, raw);

  const auto dashes = std::find(first, arguments.end(), "--");
  std::vector<std::string> reversed(first, dashes);
  std::reverse(reversed.begin(), reversed.end());  // CLI11 wants a stack
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    options.command = Command::show;
    options.shown = help_of(app, command);
    return options;
  } catch (const CLI::CallForVersion&) {
    options.command = Command::show;
    options.shown = fmt::format("mailcheck {}\n", program_version());
    return options;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view text = error.what();  // “--format: 1 required TEXT missing”
    return Error{fmt::format("{} needs a value", text.substr(0, text.find(':')))};
  } catch (const CLI::ParseError& error) {
    return Error{error.what()};
  }
  if (Result<void> done = read_rest(app, options); !done)
    return std::move(done).error();
  if (dashes != arguments.end())
    options.arguments.insert(options.arguments.end(), dashes + 1, arguments.end());
  if (Result<void> done = fill(options, raw); !done)
    return std::move(done).error();
  if (Result<void> done = check_count(options, command); !done)
    return std::move(done).error();
  return options;
}

std::string short_help() {
  return "mailcheck reads the mail you want to send after a job interview and points out what may\n"
         "hurt your chances. Nothing leaves your computer.\n"
         "\n"
         "  mailcheck draft.txt          check a draft\n"
         "  mailcheck -                  check what comes in on standard input\n"
         "  mailcheck explain too-long   say why a rule is there\n"
         "\n"
         "“mailcheck --help” lists all commands and options.\n";
}

}  // namespace mailcheck
