#pragma once

// Checks that read no English: they count, compare, or look at the header and the bytes.

#include <string_view>

namespace mailcheck {

/// Whether the check of that name is as right about a mail in another language as in English.
[[nodiscard]] bool works_in_any_language(std::string_view check);

}  // namespace mailcheck
