#pragma once

// Word lists as text: UTF-8, one word a line, `#` begins a comment at the start of a line or after
// white space. The project's own lists, the list embedded in the program and the users' word files
// are all written like this.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// The words of one list in its order, without comments, white space around them and empty lines.
/// Any line end will do; bytes that are not UTF-8 are kept as they are.
[[nodiscard]] std::vector<std::string> parse_word_list(std::string_view text);

/// One list out of several: sorted by byte, each word once, one a line, LF, no comments.
[[nodiscard]] std::string merge_word_lists(std::span<const std::string> texts);

/// Whether `list`, made by merge_word_lists, holds `word` in exactly this form.
[[nodiscard]] bool contains_word(std::string_view list, std::string_view word);

}  // namespace mailcheck
