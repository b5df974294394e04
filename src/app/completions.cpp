#include "app/completions.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/option_table.hpp"
#include "lint/rule.hpp"
#include "lint/rule_pack.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view shell_names[] = {"bash", "zsh", "fish"};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// What stands for something else: “FILE”, “ID”.
bool is_placeholder(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

enum class Kind { nothing, choices, rules, severities, files };

/// What can follow, told from the table's words.
struct Follower {
  Kind kind = Kind::nothing;
  std::string choices;  // with spaces between them
};

Follower follower_of(std::string_view value) {
  if (value == "ID|CATEGORY")
    return {Kind::rules, {}};
  if (value == "ID=LEVEL")
    return {Kind::severities, {}};
  if (value == "FILE" || value == "PATH" || value == "PATH…")
    return {Kind::files, {}};
  std::vector<std::string> choices;
  for (std::string& choice : split(value, '|')) {
    if (!is_placeholder(choice))
      choices.push_back(std::move(choice));
  }
  if (choices.empty())
    return {};
  return {Kind::choices, fmt::format("{}", fmt::join(choices, " "))};
}

/// Options with what follows them, those of every command included.
struct Completion {
  std::string_view long_name, short_name, help;
  Follower follower;
  bool has_value;
};

std::vector<Completion> completions_of(Command command) {
  std::vector<Completion> all;
  for (const OptionRow& row : option_rows()) {
    if (row.is_of(command))
      all.push_back(
          {row.long_name, row.short_name, row.help, follower_of(row.value), !row.value.empty()});
  }
  all.push_back({"--help", "-h", "Print the help", {}, false});
  all.push_back({"--help-all", "", "Print the help with all options", {}, false});
  all.push_back({"--version", "-V", "Print the version", {}, false});
  return all;
}

std::string names_of_commands() {
  std::vector<std::string_view> names;
  for (const CommandRow& row : command_rows())
    names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, " "));
}

std::string bash_reply(const Follower& follower) {
  switch (follower.kind) {
    case Kind::files:
      return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
    case Kind::rules:
      return "_mailcheck_list \"$_mailcheck_rules\"";
    case Kind::severities:
      return "compopt -o nospace; mapfile -t COMPREPLY < <(compgen -S = -W \"$_mailcheck_rules\" "
             "-- "
             "\"$cur\")";
    case Kind::choices:
      return fmt::format("mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\")", follower.choices);
    case Kind::nothing:
      break;
  }
  return ":";
}

std::string bash_command(const CommandRow& row) {
  std::string names;
  std::string cases;
  for (const Completion& option : completions_of(row.command)) {
    names += fmt::format(" {}", option.long_name);
    if (!option.has_value)
      continue;
    const std::string either =
        option.short_name.empty() ? "" : fmt::format("|{}", option.short_name);
    cases += fmt::format("        {}{}) {}; return ;;\n", option.long_name, either,
                         bash_reply(option.follower));
  }
  std::string out = fmt::format("    {})\n      case $prev in\n{}      esac\n", row.name, cases);
  out += fmt::format(
      "      if [[ $cur == -* ]]; then mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\"); "
      "return; fi\n",
      names.substr(1));
  const std::vector<std::string> arguments = split(row.arguments, ' ');
  if (arguments.size() == 1) {
    out += fmt::format("      {} ;;\n", bash_reply(follower_of(arguments[0])));
  } else {
    for (std::size_t i = 0; i < arguments.size(); ++i)
      out += fmt::format("      if ((COMP_CWORD == {})); then {}; fi\n", i + 2,
                         bash_reply(follower_of(arguments[i])));
    out += "      ;;\n";
  }
  return out;
}

std::string bash_script(const std::string& rules) {
  std::string out = fmt::format(
      "# Completes mailcheck in bash. Written by “mailcheck completions bash”.\n"
      "_mailcheck_rules='{}'\n\n"
      "# Lists with commas: what stands before the last one stays.\n"
      "_mailcheck_list() {{\n"
      "  local before=\n"
      "  [[ $cur == *,* ]] && before=${{cur%,*}},\n"
      "  mapfile -t COMPREPLY < <(compgen -P \"$before\" -W \"$1\" -- \"${{cur##*,}}\")\n"
      "}}\n\n"
      "_mailcheck() {{\n"
      "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} command=check\n"
      "  COMPREPLY=()\n"
      "  # “=” is a word of its own for bash.\n"
      "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then "
      "prev=${{COMP_WORDS[COMP_CWORD - 2]}}; fi\n"
      "  ((COMP_CWORD > 1)) && case ${{COMP_WORDS[1]}} in\n    {}) command=${{COMP_WORDS[1]}} ;;\n"
      "  esac\n  case $command in\n",
      rules, fmt::format("{}", fmt::join(split(names_of_commands(), ' '), "|")));
  for (const CommandRow& row : command_rows())
    out += bash_command(row);
  return out + fmt::format(
                   "  esac\n"
                   "  if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then\n"
                   "    local words\n    mapfile -t words < <(compgen -W '{}' -- \"$cur\")\n"
                   "    COMPREPLY=(\"${{words[@]}}\" \"${{COMPREPLY[@]}}\")\n"
                   "  fi\n}}\n\ncomplete -F _mailcheck mailcheck\n",
                   names_of_commands());
}

/// Help inside single quotes and brackets of zsh.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (c == '[' || c == ']' || c == ':')
      out.append("\\").push_back(c);
    else
      out += c;
  }
  return out;
}

std::string zsh_action(const Follower& follower) {
  switch (follower.kind) {
    case Kind::files:
      return "_files";
    case Kind::rules:
      return "_sequence -s , compadd - $mailcheck_rules";
    case Kind::severities:
      return "compadd -S = - $mailcheck_rules";
    case Kind::choices:
      return fmt::format("({})", follower.choices);
    case Kind::nothing:
      break;
  }
  return " ";
}

std::string zsh_command(const CommandRow& row) {
  std::string out = fmt::format("    {})\n      _arguments -s -S \\\n", row.name);
  for (const Completion& option : completions_of(row.command)) {
    const std::string value =
        option.has_value ? fmt::format(":value:{}", zsh_action(option.follower)) : "";
    out += fmt::format("        '*{}{}[{}]{}' \\\n", option.long_name, option.has_value ? "=" : "",
                       zsh_text(option.help), value);
    if (!option.short_name.empty())
      out +=
          fmt::format("        '*{}[{}]{}' \\\n", option.short_name, zsh_text(option.help), value);
  }
  const std::vector<std::string> arguments = split(row.arguments, ' ');
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool repeats = arguments[i].ends_with("…");
    out += fmt::format("        '{}:{}:{}' \\\n", repeats ? "*" : fmt::format("{}", i + 1),
                       "argument", zsh_action(follower_of(arguments[i])));
  }
  return out + "        && return 0 ;;\n";
}

std::string zsh_script(const std::string& rules) {
  std::string commands;
  for (const CommandRow& row : command_rows())
    commands += fmt::format("    '{}:{}'\n", row.name, zsh_text(row.summary));
  std::string out = fmt::format(
      "#compdef mailcheck\n"
      "# Completes mailcheck in zsh. Written by “mailcheck completions zsh”.\n\n"
      "_mailcheck() {{\n"
      "  local -a mailcheck_rules mailcheck_commands\n"
      "  mailcheck_rules=({})\n"
      "  mailcheck_commands=(\n{}  )\n"
      "  local command=check\n"
      "  if ((CURRENT > 2)) && [[ -n ${{mailcheck_commands[(r)$words[2]:*]}} ]]; then\n"
      "    command=$words[2]\n"
      "    shift words\n"
      "    ((CURRENT--))\n"
      "  elif ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
      "    _describe command mailcheck_commands\n"
      "  fi\n"
      "  case $command in\n",
      rules, commands);
  for (const CommandRow& row : command_rows())
    out += zsh_command(row);
  return out +
         "  esac\n}\n\nif [[ $funcstack[1] == _mailcheck ]]; then\n  _mailcheck \"$@\"\nelse\n"
         "  compdef _mailcheck mailcheck\nfi\n";
}

std::string fish_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\')
      out += '\\';
    out += c;
  }
  return out;
}

/// What follows an option or a command, for `complete`.
std::string fish_follower(const Follower& follower) {
  switch (follower.kind) {
    case Kind::files:
      return " -F";
    case Kind::rules:
    case Kind::severities:
      return " -x -a '(__mailcheck_rules)'";
    case Kind::choices:
      return fmt::format(" -x -a '{}'", follower.choices);
    case Kind::nothing:
      break;
  }
  return " -x";
}

std::string fish_command(const CommandRow& row, const std::string& names) {
  const std::string condition =
      row.command == Command::check
          ? fmt::format("not __fish_seen_subcommand_from {}", names.substr(names.find(' ') + 1))
          : fmt::format("__fish_seen_subcommand_from {}", row.name);
  std::string out;
  for (const Completion& option : completions_of(row.command)) {
    out +=
        fmt::format("complete -c mailcheck -n '{}' -l {}", condition, option.long_name.substr(2));
    if (!option.short_name.empty())
      out += fmt::format(" -s {}", option.short_name.substr(1));
    if (option.has_value)
      out += fish_follower(option.follower);
    out += fmt::format(" -d '{}'\n", fish_text(option.help));
  }
  if (row.command == Command::check)
    return out;
  if (row.arguments.empty())
    return out + fmt::format("complete -c mailcheck -n '{}' -f\n", condition);
  for (const std::string& argument : split(row.arguments, ' '))
    out += fmt::format("complete -c mailcheck -n '{}'{}\n", condition,
                       fish_follower(follower_of(argument)));
  return out;
}

std::string fish_script(const std::string& rules) {
  const std::string names = names_of_commands();
  std::string out = fmt::format(
      "# Completes mailcheck in fish. Written by “mailcheck completions fish”.\n"
      "function __mailcheck_rules\n"
      "    string split ' ' '{}'\n"
      "end\n\n",
      rules);
  for (const CommandRow& row : command_rows())
    out += fmt::format("complete -c mailcheck -n __fish_use_subcommand -a {} -d '{}'\n", row.name,
                       fish_text(row.summary));
  for (const CommandRow& row : command_rows())
    out += fish_command(row, names);
  return out;
}

/// Categories, then the ids of the shipped rules.
std::vector<std::string> rule_names() {
  std::vector<std::string> names(std::begin(rule_categories), std::end(rule_categories));
  const Result<RulePack> pack = RulePack::open(embedded_rules());
  if (!pack)
    return names;
  for (const PackedRule& rule : pack->rules())
    names.emplace_back(rule.id);
  return names;
}

}  // namespace

std::optional<Shell> shell_named(std::string_view name) {
  for (const Shell shell : {Shell::bash, Shell::zsh, Shell::fish}) {
    if (shell_names[static_cast<std::size_t>(shell)] == name)
      return shell;
  }
  return std::nullopt;
}

std::string completions_for(Shell shell, const std::vector<std::string>& rules) {
  const std::string words = fmt::format("{}", fmt::join(rules, " "));
  switch (shell) {
    case Shell::bash:
      return bash_script(words);
    case Shell::zsh:
      return zsh_script(words);
    case Shell::fish:
      return fish_script(words);
  }
  return {};
}

int run_completions(const Session& session) {
  const std::string& name = session.options.arguments.front();
  const std::optional<Shell> shell = shell_named(name);
  if (!shell) {
    std::string hint = did_you_mean(name, {"bash", "zsh", "fish"});
    if (hint.empty())
      hint = "; use bash, zsh or fish";
    session.report(Error{fmt::format("there are no completions for “{}”{}", name, hint)});
    return status_failed;
  }
  session.out.write(completions_for(*shell, rule_names()));
  return status_clean;
}

}  // namespace mailcheck
