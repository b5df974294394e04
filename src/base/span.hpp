#pragma once

// A range of bytes, typed by the text it points into, so that a position in the decoded text of a
// draft can never be mistaken for a position in its file. It owns nothing and knows no lines.

#include <compare>
#include <cstddef>
#include <string_view>

namespace mailcheck {

/// Bytes [begin, end) of one text. `Space` only names that text.
template <class Space>
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::size_t offset) const {
    return begin <= offset && offset < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(Span, Span) = default;
};

struct SourceSpace;
struct TextSpace;

/// Bytes of the file as it lies on disk: what the user sees and what an edit changes.
using SourceSpan = Span<SourceSpace>;
/// Bytes of `Draft::text`, the decoded text that checks read.
using TextSpan = Span<TextSpace>;

/// The bytes of `text` that `span` names. The view lives as long as `text`.
template <class Space>
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span<Space> span) {
  return text.substr(span.begin, span.size());
}

}  // namespace mailcheck
