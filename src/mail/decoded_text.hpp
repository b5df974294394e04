#pragma once

// Text that a decoder has made, with the map from its bytes to those of the source, and the steps
// every part of a mail goes through: other charsets, broken UTF-8, controls and line ends.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mail/draft.hpp"

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
};

/// Charsets that are read without a library. ASCII is read as UTF-8, of which it is a part.
enum class Charset { utf8, windows_1252 };

/// The charset of that name (RFC 2978, without case), if it is one of the above. ISO-8859-1 is read
/// as Windows-1252, as mail programs do.
[[nodiscard]] std::optional<Charset> charset_named(std::string_view name);

/// Appends `raw` to `out` as valid UTF-8 with LF as line end. Bytes that are not of the charset
/// become U+FFFD; so do controls, but for tab and line ends, and for form feed and vertical tab,
/// which become spaces. The first bad byte and the first control of a draft are noted.
void append_readable(DecodedText& out, const DecodedText& raw, Charset charset,
                     std::vector<Note>& notes);

[[nodiscard]] bool has_note(const std::vector<Note>& notes, NoteKind kind);
/// Adds a note, unless there is one of that kind already.
void add_note(std::vector<Note>& notes, NoteKind kind, SourceSpan span, std::string message);

}  // namespace mailcheck
