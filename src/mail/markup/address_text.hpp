#pragma once

// Tells link texts that are addresses from those that are prose.

#include <string_view>

namespace mailcheck {

/// Whether `text`, which a link to `address` shows, is an address itself: it looks like one, or is
/// what the link leads to, perhaps shortened.
[[nodiscard]] bool is_address_text(std::string_view text, std::string_view address);

}  // namespace mailcheck
