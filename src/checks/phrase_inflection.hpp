#pragma once

// The forms of an English verb or noun that `word~` in a phrase stands for.

#include <string>
#include <string_view>
#include <vector>

namespace mailcheck {

/// The forms of a word of ASCII letters, itself first: “reply” gives “reply”, “replies”, “replied”,
/// “replying”; “keep” gives “kept” as well. Both spellings where English has two (“cancelled”,
/// “canceled”). Empty when `word` is no such word.
[[nodiscard]] std::vector<std::string> inflections(std::string_view word);

}  // namespace mailcheck
