#include "facts/nicknames.hpp"

#include <algorithm>

namespace mailcheck {
namespace {

/// The part of `text` up to `separator`; takes both off.
std::string_view next_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool holds(std::string_view line, std::string_view name) {
  while (!line.empty()) {
    if (next_part(line, ' ') == name)
      return true;
  }
  return false;
}

}  // namespace

bool may_be_one_person(std::string_view left, std::string_view right) {
  for (std::string_view list = nickname_list(); !list.empty();) {
    const std::string_view line = next_part(list, '\n');
    if (!line.starts_with('#') && holds(line, left) && holds(line, right))
      return true;
  }
  return false;
}

}  // namespace mailcheck
