#pragma once

// Text that a decoder has made, with the map from its bytes to those of the source, and the steps
// every part of a mail goes through: other charsets, broken UTF-8, controls and line ends.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mail/encoding/charset.hpp"
#include "mail/note.hpp"
#include "mail/source_map.hpp"

namespace mailcheck {

/// A text under construction and where each byte of it comes from.
struct DecodedText {
  std::string text;
  SourceMap map;

  /// Appends bytes [source) of `bytes` as they are.
  void append_verbatim(std::string_view bytes, SourceSpan source);
  /// Appends `replacement`, which stands for `source`.
  void append_replaced(std::string_view replacement, SourceSpan source);
  /// Appends bytes `span` of `inner`.
  void append(const DecodedText& inner, TextSpan span);
  /// Appends all of `inner`, which was decoded from the text that `outer` maps: what it calls
  /// source are places in that text.
  void append_composed(const DecodedText& inner, const SourceMap& outer);
};

/// Bytes of decoded text a draft may have. What is beyond is not read, and noted.
inline constexpr std::size_t decoded_size_limit = std::size_t{4} << 20;

/// Appends `raw` to `out` as valid UTF-8 with LF as line end. Bytes that are not of the charset
/// become U+FFFD; so do controls, but for tab and line ends, and for form feed and vertical tab,
/// which become spaces. The first bad byte and the first control of a draft are noted, and where
/// `out` has reached `size_limit` bytes, so that the rest is left out.
void append_readable(DecodedText& out, const DecodedText& raw, const Charset& charset,
                     std::vector<Note>& notes, std::size_t size_limit = decoded_size_limit);

[[nodiscard]] bool has_note(const std::vector<Note>& notes, NoteKind kind);
/// Adds a note, unless there is one of that kind already.
void add_note(std::vector<Note>& notes, NoteKind kind, SourceSpan span, std::string message);

}  // namespace mailcheck
