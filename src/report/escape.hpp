#pragma once

// The one place that makes hostile text safe to print. Drafts, file names, rules and configurations
// may hold escape sequences, line breaks and characters that reorder or hide text; nothing of
// theirs reaches a terminal or a JSON string but through here.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

/// `text` for a terminal: controls, line breaks, bidi controls and zero-width characters are
/// written out as `<U+202E>`, bytes that are not UTF-8 as `<0x9F>`, and so is the first sign of
/// what a build server would obey (`begins_command`). The result is valid UTF-8.
[[nodiscard]] std::string terminal_safe(std::string_view text);

/// Whether a build server that reads our output takes what stands at `offset` for a command: “##[…”
/// and the like anywhere in a line, “::error…” where a line may begin with it.
[[nodiscard]] bool begins_command(std::string_view text, std::size_t offset);

/// The same for running text: runs of white space, line breaks among them, become one space.
[[nodiscard]] std::string terminal_safe_line(std::string_view text);

/// `text` as a JSON string with its quotes (RFC 8259 §7). Bytes that are not UTF-8 become U+FFFD;
/// whatever `terminal_safe` writes out is a `\u` escape, so that the output can be shown as it is.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace mailcheck
