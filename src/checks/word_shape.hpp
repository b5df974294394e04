#pragma once

// How a word is written: its case, its letters, its possessive ending.

#include <string>
#include <string_view>

namespace mailcheck {

enum class Shape { lower, capitalized, other };

/// Latin letters and apostrophes only, and not a mixture of cases; anything else is `other`.
[[nodiscard]] Shape shape_of(std::string_view word);

/// `word` folded, with plain apostrophes and without a possessive ending.
[[nodiscard]] std::string key_of(std::string_view word);

/// The possessive ending that `key_of` takes off, as written.
[[nodiscard]] std::string_view ending_of(std::string_view word);

/// A letter beyond ASCII; the typographic apostrophe is none.
[[nodiscard]] bool has_foreign_letter(std::string_view word);

}  // namespace mailcheck
