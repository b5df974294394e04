#pragma once

// The table of charset names that mean to mail programs what ICU would not guess: the labels of the
// WHATWG Encoding Standard, and wrong ones that are often sent. See mail/encoding/charset.hpp.

#include <optional>
#include <string_view>

#include "mail/encoding/charset.hpp"

namespace mailcheck {

/// The charset of that name; `key` is the name in lower case with letters and digits only.
[[nodiscard]] std::optional<Charset> listed_charset(std::string_view key);

}  // namespace mailcheck
