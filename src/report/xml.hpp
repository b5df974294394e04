#pragma once

// Text for XML 1.0 documents.

#include <string>
#include <string_view>

namespace mailcheck {

/// `text` for an attribute in double quotes or for an element: what XML forbids or a terminal obeys
/// is written out as `<U+001B>` first (`terminal_safe`), markup is escaped.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace mailcheck
