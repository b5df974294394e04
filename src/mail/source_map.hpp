#pragma once

// Maps the decoded text of a draft back to the bytes of its file, so that a finding points at what
// the user sees. Every decoder (line ends, repaired UTF-8, transfer encodings) appends its pieces.

#include <cstddef>
#include <vector>

#include "base/span.hpp"

namespace mailcheck {

class SourceMap {
 public:
  /// The next `source.size()` bytes of the text stand in the source as they are.
  void append_verbatim(SourceSpan source);
  /// The next `text_length` bytes of the text stand for `source` as a whole (CRLF for LF, U+FFFD
  /// for a bad byte, a decoded escape). `source` may be empty for text that stands nowhere.
  void append_replaced(std::size_t text_length, SourceSpan source);
  /// The next `span.size()` bytes of the text are bytes `span` of a text that `inner` maps: the
  /// pieces are taken over. This is how one decoder works on the output of another.
  void append_mapped(const SourceMap& inner, TextSpan span);

  /// The source bytes a span of the text was decoded from. Half of a replaced piece maps to all of
  /// it. An empty span stays empty.
  [[nodiscard]] SourceSpan to_source(TextSpan span) const;
  /// Whether the span is the very same bytes in the source, in one run: an edit can be applied.
  [[nodiscard]] bool is_verbatim(TextSpan span) const;
  [[nodiscard]] std::size_t text_size() const { return text_size_; }

 private:
  struct Piece {
    std::size_t text_begin;
    std::size_t text_length;
    SourceSpan source;
    bool verbatim;
  };
  [[nodiscard]] const Piece* find(std::size_t text_offset) const;

  std::vector<Piece> pieces_;
  std::size_t text_size_ = 0;
};

}  // namespace mailcheck
