#pragma once

// The charsets of mail: which one a name stands for, among them the names that are wrong but sent,
// and what to make of text whose name says nothing. The decoding is `append_readable` of
// mail/decoded_text.hpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/note.hpp"

namespace mailcheck {

/// How bytes are read as text. A small value; its names live as long as the program.
struct Charset {
  enum class Kind {
    utf8,
    ascii,  ///< What nobody declared, or declared as less than it may be: UTF-8, or Windows-1252
            ///< when most of its bytes beyond ASCII are not UTF-8.
    windows_1252,
    converter,  ///< One of base/converter.hpp.
  };
  Kind kind = Kind::utf8;
  std::string_view decoder = {};  ///< ICU's name, when `kind` is `converter`.
  /// The charset to write, where the decoder reads more than the name allows.
  std::string_view encoder = {};

  static const Charset utf8;
  static const Charset ascii;
  static const Charset windows_1252;

  friend constexpr bool operator==(const Charset&, const Charset&) = default;
};
inline constexpr Charset Charset::utf8{Charset::Kind::utf8};
inline constexpr Charset Charset::ascii{Charset::Kind::ascii};
inline constexpr Charset Charset::windows_1252{Charset::Kind::windows_1252};

/// The charset of that name as mail programs read it (WHATWG Encoding Standard §4.2, then ICU's
/// aliases): without case, punctuation and white space; quotes and “charset=” around the name are
/// forgiven, and so are names that senders are known to get wrong. None for a name nobody knows.
[[nodiscard]] std::optional<Charset> charset_named(std::string_view name);

/// The charset that a part at `place` declares for its `bytes`; an empty name declares nothing. An
/// unknown name is noted, and the bytes are read as UTF-8 if they are that, else as Windows-1252.
[[nodiscard]] Charset declared_charset(std::string_view name, std::string_view bytes,
                                       SourceSpan place, std::vector<Note>& notes);

/// `charset` with what it leaves open decided by the bytes: `Kind::ascii` is one of the others, and
/// UTF-16 and UTF-32 have the byte order of their mark or, without one, the likelier one.
[[nodiscard]] Charset resolved_charset(const Charset& charset, std::string_view bytes);

/// `text`, valid UTF-8, in the charset; none when a character cannot be written in it, or when the
/// charset cannot be written in pieces (ISO-2022-JP, UTF-7 and other ones with states).
[[nodiscard]] std::optional<std::string> encode(std::string_view text, const Charset& charset);

}  // namespace mailcheck
