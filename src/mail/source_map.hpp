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
  /// The next `text_length` bytes of the text are the decoding of an unbroken run of base64
  /// characters at `source`, which begins where a group of four does: three bytes for four
  /// characters, each byte in two of them. (Lines of uuencode are made alike.) A last group that
  /// stands for one or two bytes may lack its padding; what of `source` follows is not used.
  void append_base64(std::size_t text_length, SourceSpan source);
  /// The next `span.size()` bytes of the text are bytes `span` of a text that `inner` maps: the
  /// pieces are taken over. This is how one decoder works on the output of another.
  void append_mapped(const SourceMap& inner, TextSpan span);
  /// The next bytes of the text are those `inner` maps, whose “source” is a text that `outer` maps:
  /// a decoder that ran on a decoded text. The pieces are appended with places in the real source.
  void append_composed(const SourceMap& inner, const SourceMap& outer);

  /// The source bytes a span of the text was decoded from: where its first byte begins to where its
  /// last byte ends. Half of a replaced piece maps to all of it; a byte of base64 maps to the two
  /// characters it is in. Text at its ends that stands nowhere does not count, unless there is no
  /// other. Where the text was put into another order than the source, it is the
  /// range around all of it. An empty span stays empty.
  [[nodiscard]] SourceSpan to_source(TextSpan span) const;
  /// Whether the span is the very same bytes in the source, in one run: an edit can be applied.
  [[nodiscard]] bool is_verbatim(TextSpan span) const;
  /// The ranges of the source that a span of the text was decoded from, in its order; those that
  /// touch are one.
  [[nodiscard]] std::vector<SourceSpan> runs(TextSpan span) const;
  /// Whether the span begins or ends within a replaced piece.
  [[nodiscard]] bool cuts_piece(TextSpan span) const;
  [[nodiscard]] std::size_t text_size() const { return text_size_; }

 private:
  enum class Kind : unsigned char { verbatim, replaced, base64 };
  struct Piece {
    std::size_t text_begin;
    std::size_t text_length;
    SourceSpan source;
    Kind kind;
    unsigned char phase = 0;  // Of the first byte in its group of three; 0 but for base64.

    [[nodiscard]] SourceSpan source_of(TextSpan span) const;
  };
  void append_base64_at(std::size_t text_length, std::size_t source_begin, std::size_t phase);
  [[nodiscard]] const Piece* find(std::size_t text_offset) const;
  [[nodiscard]] TextSpan without_made_up_ends(TextSpan span) const;

  std::vector<Piece> pieces_;
  std::size_t text_size_ = 0;
};

}  // namespace mailcheck
