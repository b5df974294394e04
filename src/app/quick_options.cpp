#include "app/quick_options.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

namespace mailcheck {
namespace {

bool is_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-';
}

/// The option of a command called `name`, if there is one.
const OptionRow* find_option(Command command, std::string_view name) {
  const std::span<const OptionRow> rows = option_rows();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const OptionRow& row) {
    return row.is_of(command) &&
           (row.long_name == name || (!row.short_name.empty() && row.short_name == name));
  });
  return found == rows.end() ? nullptr : &*found;
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
bool set_value(RawOptions& raw, const OptionRow& option, std::string_view value) {
  if (!is_plain(value))
    return false;
  if (const auto* text = std::get_if<std::string RawOptions::*>(&option.target)) {
    raw.** text = value;
    return true;
  }
  const auto* list = std::get_if<std::vector<std::string> RawOptions::*>(&option.target);
  if (list == nullptr)
    return false;
  raw.** list =
      option.is_comma_list ? items_of(value) : std::vector<std::string>{std::string(value)};
  return !(raw.**list).empty();
}

}  // namespace

std::optional<QuickOptions> read_quickly(Command command, std::span<const std::string> arguments) {
  QuickOptions quick;
  std::vector<const OptionRow*> seen;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!is_option(argument)) {
      quick.paths.emplace_back(argument);
      continue;
    }
    const std::size_t equals = argument.starts_with("--") ? argument.find('=') : argument.npos;
    const OptionRow* option = find_option(command, argument.substr(0, equals));
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
