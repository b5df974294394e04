#pragma once

// Uuencode (POSIX, uuencode(1)): files that old programs put into the text of a mail, and bodies
// that are encoded so as a whole.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/decoded_text.hpp"

namespace mailcheck {

/// A uuencoded file in a text.
struct UuencodedBlock {
  TextSpan span;  ///< From “begin” to the line end of “end”, or of the last line there is.
  TextSpan data;  ///< Its lines of data alone.
  std::string_view name;   ///< Views the text; not empty.
  std::size_t size = 0;    ///< Bytes once decoded.
  bool is_closed = false;  ///< Has its “end”.
};

/// The uuencoded files in `text`, in order. A line such as “begin 644 notes.txt” alone is none:
/// data must follow. Linear in the size of `text`.
[[nodiscard]] std::vector<UuencodedBlock> find_uuencoded(std::string_view text);

struct UuencodedFile {
  DecodedText content;
  std::string name;  ///< As it stands after “begin”, in whatever charset.
};

/// Decodes the first uuencoded file at `span` of `bytes`. Noted as broken encoding are a file
/// without its end, and a text without any file, which is taken as it is.
[[nodiscard]] UuencodedFile decode_uuencode(std::string_view bytes, SourceSpan span,
                                            std::vector<Note>& notes);

}  // namespace mailcheck
