#pragma once

// Words that people write often. Of two words that are equally near to a misspelt one, the more
// frequent was meant.

#include <span>
#include <string_view>

namespace mailcheck {

/// True for a frequent word in lower case. The list is short on purpose: it only breaks ties.
[[nodiscard]] bool is_frequent_word(std::string_view word);

/// All of them, sorted, without their regular forms.
[[nodiscard]] std::span<const std::string_view> frequent_words();

}  // namespace mailcheck
