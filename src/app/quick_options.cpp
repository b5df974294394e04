#include "app/quick_options.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

namespace mailcheck {
namespace {

bool is_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-';
}

/// Whether `name` is one of “-j,--jobs”.
bool is_called(const OptionSpec& option, std::string_view name) {
  std::string_view names = option.names;
  const std::size_t comma = names.find(',');
  return comma == std::string_view::npos
             ? names == name
             : names.substr(0, comma) == name || names.substr(comma + 1) == name;
}

const OptionSpec* find_option(const std::vector<std::span<const OptionSpec>>& groups,
                              std::string_view name) {
  for (const std::span<const OptionSpec> group : groups)
    for (const OptionSpec& option : group)
      if (is_called(option, name))
        return &option;
  return nullptr;
}

/// CLI11 reads brackets as a list, and leaves values alone that begin with a letter.
bool is_plain(std::string_view value) {
  return !value.empty() && value.front() != '-' && value.front() != '[' && value.front() != '{' &&
         value.front() != '"' && value.front() != '\'';
}

/// The items of “a,b”; none when one of them is empty.
std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  while (true) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (comma == 0)
      return {};
    items.emplace_back(list.substr(0, comma));
    if (comma == list.size())
      return items;
    list.remove_prefix(comma + 1);
  }
}

/// Puts a value where it belongs; false when it is not plain.
bool set_value(RawOptions& raw, const OptionSpec& option, std::string_view value) {
  if (!is_plain(value))
    return false;
  if (const auto* text = std::get_if<std::string RawOptions::*>(&option.target)) {
    raw.** text = value;
    return true;
  }
  const auto* list = std::get_if<std::vector<std::string> RawOptions::*>(&option.target);
  if (list == nullptr)
    return false;
  raw.** list = option.has_commas ? items_of(value) : std::vector<std::string>{std::string(value)};
  return !(raw.**list).empty();
}

}  // namespace

std::optional<QuickOptions> read_quickly(Command command, std::span<const std::string> arguments) {
  const std::vector<std::span<const OptionSpec>> known = options_of(command);
  QuickOptions quick;
  std::vector<const OptionSpec*> seen;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!is_option(argument)) {
      quick.paths.emplace_back(argument);
      continue;
    }
    const std::size_t equals = argument.starts_with("--") ? argument.find('=') : argument.npos;
    const OptionSpec* option = find_option(known, argument.substr(0, equals));
    if (option == nullptr || std::find(seen.begin(), seen.end(), option) != seen.end())
      return std::nullopt;
    seen.push_back(option);
    if (const auto* flag = std::get_if<bool RawOptions::*>(&option->target)) {
      if (equals != argument.npos)
        return std::nullopt;
      quick.raw.** flag = true;
      continue;
    }
    if (equals == argument.npos && ++i == arguments.size())
      return std::nullopt;
    const std::string_view value =
        equals == argument.npos ? std::string_view(arguments[i]) : argument.substr(equals + 1);
    if (!set_value(quick.raw, *option, value))
      return std::nullopt;
  }
  return quick;
}

}  // namespace mailcheck
