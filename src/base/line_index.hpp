#pragma once

// Turns byte offsets into lines and columns, and back into the line's text. Lines and columns
// exist only for people: everything below `report/` works with byte offsets.

#include <cstddef>
#include <string_view>
#include <vector>

namespace mailcheck {

/// Counted from 1; `column` counts Unicode code points.
struct LinePosition {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// An index of the line starts of `text`, which it views and which must outlive it. A line ends
/// with LF, CRLF or a lone CR. Building is linear; a look-up is a binary search plus one line.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// Position of a byte offset; offsets past the end give the position of the end.
  [[nodiscard]] LinePosition position(std::size_t offset) const;
  /// Text of a line (from 1) without its line break; empty for a line that does not exist.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  /// Byte offset at which a line (from 1) begins.
  [[nodiscard]] std::size_t line_start(std::size_t number) const;
  /// Number of lines; an empty text has one, and so has the part after a final line break.
  [[nodiscard]] std::size_t line_count() const { return starts_.size(); }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace mailcheck
