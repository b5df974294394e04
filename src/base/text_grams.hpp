#pragma once

// Which letters, pairs and triples of letters a text holds, as a set that may say yes too often and
// never no too often: for asking about many short texts at once.

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mailcheck {

class TextGrams {
 public:
  explicit TextGrams(std::string_view text);

  /// False only when `part` does not stand in the text.
  [[nodiscard]] bool may_hold(std::string_view part) const;

 private:
  void add(std::uint32_t gram);
  [[nodiscard]] bool has(std::uint32_t gram) const;

  std::bitset<256> bytes_;
  std::vector<std::uint64_t> bits_;  // A power of two long.
  std::uint32_t mask_ = 0;
};

}  // namespace mailcheck
