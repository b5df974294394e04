#pragma once

// Proper words that everybody writes and many misspell: months and days, countries, peoples and
// languages, large cities. An unknown capitalised word that is a letter away from one of them is a
// slip rather than somebody's name.

#include <string>
#include <string_view>

namespace mailcheck {

/// The proper word that `written` is nearly: one edit away, or two from `long_proper_word` letters
/// on. Empty when there is none. `written` has any case.
[[nodiscard]] std::string_view nearly_proper_word(std::string_view written);

inline constexpr std::size_t long_proper_word = 9;

}  // namespace mailcheck
