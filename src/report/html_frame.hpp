#pragma once

// The page around the drafts of an HTML report: one file that needs no script and no network, and
// whose policy (CSP) allows neither.

#include <string>
#include <string_view>

namespace mailcheck {

/// The style sheet, and its SHA-256 in base64 for the policy. Made by the build from html.css.
[[nodiscard]] std::string_view html_style();
[[nodiscard]] std::string_view html_style_hash();

/// The page from its first byte to the beginning of its main part. `title` is not escaped yet.
[[nodiscard]] std::string html_page_begin(std::string_view title);
/// The rest of it.
[[nodiscard]] std::string html_page_end(std::string_view version);

}  // namespace mailcheck
