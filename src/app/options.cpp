#include "app/options.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <iterator>
#include <span>
#include <string_view>
#include <system_error>
#include <variant>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/help.hpp"
#include "app/option_table.hpp"
#include "app/quick_options.hpp"
#include "app/version.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

/// Declares an option to CLI11, with where it puts what it reads.
void add_option(CLI::App& app, const OptionRow& row, RawOptions& raw) {
  const std::string help(row.help);
  std::string name(row.long_name);
  if (!row.short_name.empty())
    name = fmt::format("{},{}", row.short_name, row.long_name);
  if (const auto* flag = std::get_if<bool RawOptions::*>(&row.target))
    app.add_flag(name, raw.**flag, help);
  if (const auto* text = std::get_if<std::string RawOptions::*>(&row.target))
    app.add_option(name, raw.**text, help)->take_last();
  if (const auto* list = std::get_if<std::vector<std::string> RawOptions::*>(&row.target)) {
    CLI::Option* added = app.add_option(name, raw.**list, help)->allow_extra_args(false);
    if (row.is_comma_list)
      added->delimiter(',');
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

constexpr Named<Format> formats[] = {{"text", Format::text},   {"gnu", Format::gnu},
                                     {"json", Format::json},   {"jsonl", Format::jsonl},
                                     {"sarif", Format::sarif}, {"checkstyle", Format::checkstyle},
                                     {"junit", Format::junit}, {"github", Format::github},
                                     {"lsp", Format::lsp},     {"html", Format::html}};
constexpr Named<ColumnUnit> column_units[] = {{"characters", ColumnUnit::code_point},
                                              {"bytes", ColumnUnit::byte},
                                              {"utf-16", ColumnUnit::utf16}};
constexpr Named<Format> list_formats[] = {{"text", Format::text}, {"json", Format::json}};
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

Result<void> fill(Options& options, RawOptions& raw) {
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
  options.config_file = std::move(raw.config_file);
  options.no_config = raw.no_config;
  options.context_file = std::move(raw.context_file);
  options.files_from = std::move(raw.files_from);
  options.ends_with_nul = raw.ends_with_nul;
  options.stdin_filename = std::move(raw.stdin_filename);
  options.sent = std::move(raw.sent);
  options.origin = raw.origin;
  options.coverage = raw.coverage;
  options.baseline = std::move(raw.baseline);
  options.writes_baseline = raw.writes_baseline;
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
  if (options.writes_baseline && options.baseline.empty())
    return Error{"--write-baseline needs --baseline FILE, the file to write"};
  if (options.writes_baseline && options.fixes != FixChoice::none)
    return Error{"--write-baseline cannot be used with --fix or --diff"};
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

Error unknown_option(const CLI::App& app, const std::string& given) {
  const std::string name = given.substr(0, given.find('='));
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& long_name : option->get_lnames())
      known.push_back("--" + long_name);
  }
  std::string hint = did_you_mean(name, known);
  if (hint.empty())
    hint = "; see “mailcheck --help-all”";
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

Result<void> check_count(const Options& options, const CommandRow& command) {
  const bool one_wanted = options.command == Command::explain;
  if (one_wanted && options.arguments.size() != 1)
    return Error{"explain needs the id of one rule or category; “mailcheck rules” lists them"};
  if (options.command == Command::completions && options.arguments.size() != 1)
    return Error{"completions needs the name of a shell: bash, zsh or fish"};
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

enum class HelpFor { program, command };

/// Reads the arguments before “--” with CLI11; the command becomes `show` where help is wanted.
Result<void> read_carefully(std::span<const std::string> arguments, const CommandRow& command,
                            HelpFor help_for, Options& options, RawOptions& raw) {
  CLI::App app;
  app.set_help_flag("-h,--help", "Print the help");
  app.set_help_all_flag("--help-all", "Print the help with all options");
  app.set_version_flag("-V,--version", std::string(program_version()), "Print the version");
  app.allow_extras();
  for (const OptionRow& row : option_rows()) {
    if (row.is_of(command.command))
      add_option(app, row, raw);
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // it wants a stack
  } catch (const CLI::CallForHelp&) {
    options.command = Command::show;
    options.shown =
        help_for == HelpFor::command ? command_help(command, HelpExtent::common) : program_help();
    return {};
  } catch (const CLI::CallForAllHelp&) {
    options.command = Command::show;
    options.shown = command_help(command, HelpExtent::all);
    return {};
  } catch (const CLI::CallForVersion&) {
    options.command = Command::show;
    options.shown = version_text();
    return {};
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view text = error.what();  // “--format: 1 required TEXT missing”
    return Error{fmt::format("{} needs a value", text.substr(0, text.find(':')))};
  } catch (const CLI::ParseError& error) {
    return Error{error.what()};
  }
  return read_rest(app, options);
}

}  // namespace

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  const std::span<const CommandRow> commands = command_rows();
  const auto named = std::find_if(commands.begin(), commands.end(), [&](const CommandRow& known) {
    return !arguments.empty() && known.name == arguments[0];
  });
  const bool has_command = named != commands.end();
  const CommandRow& command = has_command ? *named : commands.front();

  Options options;
  options.command = command.command;
  RawOptions raw;
  const auto first = arguments.begin() + (has_command ? 1 : 0);
  const auto dashes = std::find(first, arguments.end(), "--");
  // Most runs name drafts and say little else, and setting CLI11 up costs more than reading a
  // draft.
  if (std::optional<QuickOptions> quick = read_quickly(command.command, {first, dashes})) {
    raw = std::move(quick->raw);
    options.arguments = std::move(quick->paths);
  } else if (Result<void> done =
                 read_carefully({first, dashes}, command,
                                has_command ? HelpFor::command : HelpFor::program, options, raw);
             !done || options.command == Command::show) {
    return done ? Result<Options>(std::move(options)) : std::move(done).error();
  }
  if (dashes != arguments.end())
    options.arguments.insert(options.arguments.end(), dashes + 1, arguments.end());
  if (Result<void> done = fill(options, raw); !done)
    return std::move(done).error();
  if (Result<void> done = check_count(options, command); !done)
    return std::move(done).error();
  return options;
}

}  // namespace mailcheck
