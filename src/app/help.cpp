#include "app/help.hpp"

#include <string_view>

#include <fmt/format.h>

#include "app/version.hpp"
#include "base/unicode.hpp"
#include "report/paint.hpp"

namespace mailcheck {
namespace {

constexpr std::size_t help_width = 80;
/// Where the text of an option begins when its name is not longer.
constexpr std::size_t text_column = 30;

constexpr OptionRow everywhere[] = {
    {"--help", "-h", {}, "", "Print this help", ~0U, true},
    {"--help-all", "", {}, "", "Print it with all options", ~0U, true},
    {"--version", "-V", {}, "", "Print the version", ~0U},
};

std::string heading(const OptionRow& row, HelpExtent extent) {
  std::string out = "  ";
  out += row.short_name.empty() ? "    " : std::string(row.short_name) + ", ";
  out += row.long_name;
  if (row.value.empty())
    return out;
  // The short help has no room for long choices.
  const bool is_long = extent == HelpExtent::common && row.value.size() > 14;
  return out + " " + (is_long ? std::string("…") : std::string(row.value));
}

std::string option_lines(const OptionRow& row, HelpExtent extent) {
  std::string name = heading(row, extent);
  const std::size_t used = display_width(name);
  if (used + 2 <= text_column) {
    name.append(text_column - used, ' ');
    return wrap(row.help, help_width, text_column, name);
  }
  return name + "\n" + wrap(row.help, help_width, text_column);
}

}  // namespace

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

std::string program_help() {
  std::string out =
      "Check mails sent after a job interview before they are sent.\n\n"
      "Usage: mailcheck [OPTIONS] PATH…  files, folders, mboxes, Maildirs; “-” is stdin\n"
      "       mailcheck COMMAND …\n\n";
  for (const CommandRow& row : command_rows())
    out += fmt::format("  {:<14}{}\n", row.name, row.summary);
  return out +
         "\nOften wanted: --fix, --diff, --stage NAME, --format html, --ignore RULE.\n"
         "“mailcheck COMMAND --help” shows the options of a command, “mailcheck check\n"
         "--help” those of checking. “man mailcheck” has it all.\n"
         "Exit status: 0 nothing to mend, 1 findings, 2 something could not be done.\n";
}

std::string command_help(const CommandRow& command, HelpExtent extent) {
  // Only checking has so many options that a screen does not hold them.
  const bool is_whole = extent == HelpExtent::all || command.command != Command::check;
  std::string out = fmt::format("{}.\nUsage: mailcheck {} [OPTIONS]{}{}\n\n", command.summary,
                                command.command == Command::check ? "[check]" : command.name,
                                command.arguments.empty() ? "" : " ", command.arguments);
  for (const OptionRow& row : option_rows()) {
    if (row.is_of(command.command) && (is_whole || row.is_common))
      out += option_lines(row, extent);
  }
  for (const OptionRow& row : everywhere) {
    if (is_whole || row.is_common)
      out += option_lines(row, extent);
  }
  return out;
}

std::string version_text() {
  return fmt::format("mailcheck {}\n{}", program_version(), program_parts());
}

}  // namespace mailcheck
