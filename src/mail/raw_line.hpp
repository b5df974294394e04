#pragma once

// One line of undecoded bytes, which may end with LF, CRLF or a lone CR. Lines of decoded text are
// in text/lines.hpp.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace mailcheck {

struct RawLine {
  std::size_t begin = 0;
  std::size_t end = 0;   ///< Without the line break.
  std::size_t next = 0;  ///< Start of the following line, or the end of the bytes.

  /// Views `bytes`, which must be those the line was found in.
  [[nodiscard]] std::string_view text(std::string_view bytes) const {
    return bytes.substr(begin, end - begin);
  }
};

/// The line that begins at `begin`, which must not be beyond the end of `bytes`.
[[nodiscard]] inline RawLine raw_line_at(std::string_view bytes, std::size_t begin) {
  const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
  const std::size_t length = bytes.substr(end).starts_with("\r\n") ? 2 : 1;
  return {begin, end, std::min(end + length, bytes.size())};
}

}  // namespace mailcheck
