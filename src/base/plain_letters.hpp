#pragma once

// Words without case and without the marks on their letters, for comparing names that one person
// writes “José”, another “Jose”, and a keyboard as J, o, s, e, U+0301 (ICU behind it).

#include <string>
#include <string_view>

namespace mailcheck {

/// What becomes of letters that languages spell with two letters where they lack them.
enum class Umlauts {
  plain,       ///< ö → o, ø → o, å → a
  spelled_out  ///< ö → oe, ø → oe, å → aa
};

/// `text`, folded, with the marks taken off its letters and “ß”, “æ”, “ł”, … as ASCII letters; no
/// apostrophes. Letters of other scripts stay. Invalid bytes become U+FFFD.
[[nodiscard]] std::string plain_letters(std::string_view text, Umlauts umlauts = Umlauts::plain);

}  // namespace mailcheck
