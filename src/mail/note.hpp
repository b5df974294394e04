#pragma once

// What was strange about a source. A strange mail is no error: what can be read is read, and the
// rest is noted; the check `note` makes findings of it.

#include <string>

#include "base/span.hpp"

namespace mailcheck {

/// What was strange about the source. The names are those rules use in `[check] kinds`.
enum class NoteKind {
  invalid_utf8,         ///< bytes not of their charset; read as U+FFFD or Windows-1252
  control_character,    ///< NUL and other controls that no mail should hold
  mixed_line_ends,      ///< LF and CRLF in one file
  unsupported_content,  ///< a body that could not be decoded, so that nothing of it was checked
  malformed_header,     ///< a line inside the header block that is no field
  broken_encoding,      ///< base64 or another encoding with faults, read as far as it goes
  broken_structure,     ///< a multipart body without its parts or its end
  limit_reached,        ///< a limit of ours: what is beyond it was not read
  html_differs,         ///< the text and the HTML of one mail do not say the same
  left_out,             ///< parts that are not the writer's text: attachments, signatures; no fault
};

struct Note {
  NoteKind kind;
  SourceSpan span;      ///< The first place.
  std::string message;  ///< For people; starts upper case, no period.
};

}  // namespace mailcheck
