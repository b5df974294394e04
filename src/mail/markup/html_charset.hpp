#pragma once

// The charset that an HTML file names in itself.

#include <string_view>

namespace mailcheck {

/// The value of “<meta charset=…>” or “<meta … content="text/html; charset=…">” within the first
/// 1,024 bytes (HTML Standard §13.2.3.2, without its finer points); a view of `html`, empty when
/// there is none.
[[nodiscard]] std::string_view html_charset(std::string_view html);

}  // namespace mailcheck
