#pragma once

// One text to lint and where it came from. A Source owns its bytes and outlives every finding.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

/// How the bytes are to be read. `automatic` looks at them: a header block or plain text.
enum class SourceFormat { automatic, plain_text, message };

struct Source {
  std::string
      path;  ///< As the user wrote it; "-" for standard input. Only ever shown, never opened.
  std::string bytes;  ///< Exactly what lies on disk: any encoding, any line ends.
  SourceFormat format = SourceFormat::automatic;
};

/// Bytes of one draft. A larger one is an error that names the limit; it is never linted in part.
inline constexpr std::size_t draft_size_limit = std::size_t{1} << 20;

/// The format a file name promises: `.eml` and `.mail` are messages, all else is looked at.
[[nodiscard]] SourceFormat format_of(std::string_view path);

}  // namespace mailcheck
