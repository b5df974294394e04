#pragma once

// A draft as mail: header fields, people, the decoded text to read, and notes on whatever was
// strange. It says nothing of sentences or of what the text means.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/source.hpp"
#include "mail/source_map.hpp"

namespace mailcheck {

/// One header field (RFC 5322 §2.2), unfolded, in the order of the source.
struct HeaderField {
  std::string name;   ///< As written; compare with `Draft::field`.
  std::string value;  ///< Unfolded (§2.2.3), without the white space around it, valid UTF-8.
  SourceSpan span;    ///< The whole field without its final line break.
  SourceSpan value_span;
};

/// A mailbox of an address list (RFC 5322 §3.4).
struct Mailbox {
  std::string display_name;  ///< Unquoted; empty when there is none.
  std::string address;       ///< `local@domain`; may lack the domain in a draft.
};

/// What was strange about the source. The names are those rules use in `[check] kinds`.
enum class NoteKind {
  invalid_utf8,         ///< bytes that are not UTF-8; read as U+FFFD
  control_character,    ///< NUL and other controls that no mail should hold
  mixed_line_ends,      ///< LF and CRLF in one file
  unsupported_content,  ///< a body that could not be decoded, so that nothing of it was checked
  malformed_header,     ///< a line inside the header block that is no field
};

struct Note {
  NoteKind kind;
  SourceSpan span;      ///< The first place.
  std::string message;  ///< For people; starts upper case, no period.
};

struct Draft {
  std::vector<HeaderField> fields;
  std::vector<Mailbox> from, to, cc, bcc;
  bool has_header_block = false;

  /// What checks read, valid UTF-8, line ends LF: the subject (if any) and a line break, then the
  /// decoded body.
  std::string text;
  TextSpan subject;  ///< The subject's bytes in `text`, without the line break.
  TextSpan body;     ///< The body's bytes in `text`, the rest of it.
  SourceMap map;     ///< `text` byte → source byte.
  std::vector<Note> notes;

  /// The first field of that name (ASCII, without case), or nullptr.
  [[nodiscard]] const HeaderField* field(std::string_view name) const;
};

/// Reads a draft. Never fails: what can be read is read, the rest becomes notes. Linear in the size
/// of the source. The draft owns copies and does not need the source afterwards.
[[nodiscard]] Draft parse_draft(const Source& source);

}  // namespace mailcheck
