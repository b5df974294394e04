#pragma once

// The ending that makes “Okafor’s” of a name.

#include <string_view>

namespace mailcheck {

/// “Okafor” for “Okafor’s”, with either apostrophe.
[[nodiscard]] constexpr std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {std::string_view("'s"), std::string_view("\u2019s")}) {
    if (word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  }
  return word;
}

}  // namespace mailcheck
