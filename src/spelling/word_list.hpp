#pragma once

// Word lists as text: UTF-8, one word a line, `#` begins a comment at the start of a line or after
// white space. The project's own lists and the users' word files are written like this.

#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// The words of one list in its order, without comments, white space around them and empty lines.
/// Any line end will do; bytes that are not UTF-8 are kept as they are.
[[nodiscard]] std::vector<std::string> parse_word_list(std::string_view text);

}  // namespace mailcheck
