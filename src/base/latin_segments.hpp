#pragma once

// Words and sentences (UAX #29, as ICU 72 has it) of text that holds nothing but ASCII, the letters
// of Latin-1 and the marks that people type: nearly all mail, and much faster than ICU. A test
// compares it with ICU on a million sentences.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"

namespace mailcheck {

/// Appends the words of `text` that hold a letter or a digit, `offset` added to their places.
/// False, and nothing appended, when the text holds anything that this does not know.
[[nodiscard]] bool append_latin_words(std::string_view text, std::size_t offset,
                                      std::vector<Range>& words);

/// Appends the ends of the sentences of `text`, which has no line breaks, up to but without the end
/// of the text. False, and nothing appended, as above.
[[nodiscard]] bool append_latin_sentence_ends(std::string_view text,
                                              std::vector<std::size_t>& ends);

}  // namespace mailcheck
