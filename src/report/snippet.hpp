#pragma once

// The part of a source line that a finding is about, fitted to the width of a terminal. A paragraph
// of a mail is often one line of several hundred columns; then a window around the range is shown.

#include <cstddef>
#include <string>
#include <string_view>

namespace mailcheck {

/// A line in three safe pieces; the middle one is the range. Columns are those of the terminal.
struct Snippet {
  std::string before;
  std::string marked;
  std::string after;
  std::size_t mark_column = 0;  ///< Where the marks begin, from 0.
  std::size_t mark_width = 1;   ///< At least 1, for a caret under an empty range.
  bool goes_on = false;         ///< The range goes on beyond what is shown.
};

/// The window of at most `width` columns of `line` (bytes without line break) around [begin, end).
/// An `end` beyond the line means that the range goes on in the next one. Linear in `width`.
[[nodiscard]] Snippet make_snippet(std::string_view line, std::size_t begin, std::size_t end,
                                   std::size_t width);

}  // namespace mailcheck
