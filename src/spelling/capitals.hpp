#pragma once

// Where a word has capitals, as Hunspell counts it, which decides in which other case it may be
// right. It differs from word_case.hpp in what is no letter: “3D” is in capitals throughout.

#include <string>
#include <string_view>

namespace mailcheck {

enum class Capitals { none, initial, all, initial_and_inner, inner };

[[nodiscard]] Capitals capitals_of(std::string_view word);
/// The first character in upper case, whether it is a letter or not.
[[nodiscard]] std::string with_initial(std::string_view word);
[[nodiscard]] std::string without_capitals(std::string_view word);

}  // namespace mailcheck
