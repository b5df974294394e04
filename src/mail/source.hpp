#pragma once

// One text to lint and where it came from. A Source owns its bytes and outlives every finding.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

/// How the bytes are to be read. `automatic` looks at them: a header block or plain text. Markdown
/// and HTML may have a header block above them too.
enum class SourceFormat { automatic, plain_text, message, markdown, html };

struct Source {
  std::string
      path;  ///< As the user wrote it; "-" for standard input. Only ever shown, never opened.
  std::string bytes;  ///< Exactly what lies on disk: any encoding, any line ends.
  SourceFormat format = SourceFormat::automatic;

  // Where the bytes stand in the file, when that holds more than one message (mail/mbox/mbox.hpp).
  std::size_t message = 1;       ///< Number of the message in the file.
  std::size_t first_line = 1;    ///< Line of the file on which `bytes` begins.
  std::size_t first_offset = 0;  ///< Byte of the file at which `bytes` begins.
  /// The message is out of an mbox, in which “>From ” at the start of a line stands for “From ”.
  bool is_from_mbox = false;
  bool is_one_of_many = false;  ///< The file holds other messages too.
  /// More than `draft_size_limit`: `bytes` is empty, and there is nothing to lint but that.
  bool is_too_large = false;
};

/// Bytes of one draft. A larger one is a finding that names the limit; it is never linted in part.
inline constexpr std::size_t draft_size_limit = std::size_t{1} << 20;

/// The format a file name promises: `.eml` and `.mail` are messages, `.md` and `.markdown` are
/// Markdown, `.html` and `.htm` are HTML; all else is looked at.
[[nodiscard]] SourceFormat format_of(std::string_view path);

}  // namespace mailcheck
