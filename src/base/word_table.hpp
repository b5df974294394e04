#pragma once

// A sorted list of words as letters and numbers, without a pointer in it: the loader need not touch
// it when the program starts, and only the pages that a search comes by are read.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mailcheck {

template <std::size_t count, std::size_t bytes>
class WordTable {
 public:
  /// From sorted words of `bytes` bytes altogether.
  constexpr explicit WordTable(const std::array<std::string_view, count>& words) {
    static_assert(bytes <= UINT16_MAX);
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
      begins_[i] = static_cast<std::uint16_t>(at);
      for (const char c : words[i])
        letters_[at++] = c;
    }
    begins_[count] = static_cast<std::uint16_t>(at);
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    std::size_t low = 0;
    for (std::size_t high = count; low < high;) {
      const std::size_t middle = low + (high - low) / 2;
      if ((*this)[middle] < word)
        low = middle + 1;
      else
        high = middle;
    }
    return low < count && (*this)[low] == word;
  }

 private:
  [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const {
    return {letters_.data() + begins_[i], static_cast<std::size_t>(begins_[i + 1] - begins_[i])};
  }

  std::array<char, bytes> letters_{};
  std::array<std::uint16_t, count + 1> begins_{};
};

/// The table of a sorted constant array of words.
template <const auto& words>
[[nodiscard]] consteval auto word_table_of() {
  constexpr std::size_t bytes = [] {
    std::size_t sum = 0;
    for (const std::string_view word : words)
      sum += word.size();
    return sum;
  }();
  static_assert(std::is_sorted(words.begin(), words.end()));
  return WordTable<words.size(), bytes>(words);
}

}  // namespace mailcheck
