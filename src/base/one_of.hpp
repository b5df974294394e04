#pragma once

// Whether a word is in a short list that is looked through from its beginning.

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace mailcheck {

template <class List>
[[nodiscard]] bool is_one_of(std::string_view word, const List& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

[[nodiscard]] inline bool is_one_of(std::string_view word,
                                    std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace mailcheck
