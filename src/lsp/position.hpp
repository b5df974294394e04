#pragma once

// Positions as an editor counts them, line and character from 0, and the bytes they stand for.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lsp/json.hpp"

namespace mailcheck {

/// What a character is: the units of an encoding, as client and server have agreed.
enum class PositionEncoding { utf8, utf16, utf32 };

/// "utf-8", "utf-16", "utf-32".
[[nodiscard]] std::string_view name_of(PositionEncoding encoding);
[[nodiscard]] std::optional<PositionEncoding> encoding_named(std::string_view name);

struct Position {
  std::size_t line = 0;
  std::size_t character = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Range {
  Position start;
  Position end;
  friend auto operator<=>(const Range&, const Range&) = default;
};

/// The units of a text, which must be UTF-8.
[[nodiscard]] std::size_t count_units(std::string_view text, PositionEncoding encoding);

[[nodiscard]] Json json_of(const Position& position);
[[nodiscard]] Json json_of(const Range& range);
/// None when it has not that shape, or a number that is no whole one from 0.
[[nodiscard]] std::optional<Position> read_position(const Json& json);
[[nodiscard]] std::optional<Range> read_range(const Json& json);

/// Both ways between positions and bytes of one text. Lines end with LF, CRLF or a lone CR.
/// Building is linear, a look-up does not depend on how long a line is.
class PositionMap {
 public:
  /// Views `text`, which must be UTF-8 and outlive this.
  PositionMap(std::string_view text, PositionEncoding encoding);

  /// Where a byte stands; beyond the end: the end.
  [[nodiscard]] Position position(std::size_t offset) const;
  [[nodiscard]] Range range(SourceSpan span) const {
    return {position(span.begin), position(span.end)};
  }

  /// The byte at a position. A character beyond the end of its line stands for that end, a line
  /// beyond the last for the end of the text; one within a code point for its beginning.
  [[nodiscard]] std::size_t offset(Position position) const;
  /// A range that ends before it begins is empty.
  [[nodiscard]] SourceSpan span(const Range& range) const;

  /// The text of a line without its line break; empty for one that does not exist.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  [[nodiscard]] std::size_t line_start(std::size_t number) const;
  [[nodiscard]] std::size_t line_count() const { return starts_.size(); }

 private:
  [[nodiscard]] std::size_t units_before(std::size_t offset) const;
  [[nodiscard]] std::size_t line_end(std::size_t number) const;

  std::string_view text_;
  PositionEncoding encoding_;
  std::vector<std::size_t> starts_;  // of the lines
  std::vector<std::size_t> units_;   // before every byte that is a multiple of `stride`
};

}  // namespace mailcheck
