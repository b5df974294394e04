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

/// A date and time as its sender wrote it (RFC 5322 §3.3).
struct DateTime {
  int year = 0;
  int month = 1;  ///< From 1.
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> zone_minutes;  ///< East of UTC; none: “-0000”, or a zone nobody can know.

  friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// A part that is not text to lint: a file, an image, a forwarded message.
struct Attachment {
  std::string name;        ///< As the recipient sees it; empty when the part has none.
  std::string type;        ///< Media type in lower case, “application/pdf”.
  std::size_t size = 0;    ///< Bytes once decoded.
  bool is_inline = false;  ///< Shown within the text (RFC 2183), as an image of HTML is.
  SourceSpan span;         ///< Its header and body.
};

/// How the body was written.
enum class BodyKind { plain, flowed, html, markdown };

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

struct Draft {
  std::vector<HeaderField> fields;
  std::vector<Mailbox> from, to, cc, bcc, reply_to;
  std::optional<DateTime> date;          ///< Of the first `Date` field that can be read.
  std::vector<std::string> in_reply_to;  ///< Message ids with their angle brackets.
  std::vector<Attachment> attachments;   ///< In order of the source.
  bool has_header_block = false;
  BodyKind body_kind = BodyKind::plain;

  /// What checks read, valid UTF-8, line ends LF: the subject (if any) and a line break, then the
  /// decoded body.
  std::string text;
  TextSpan subject;  ///< The subject's bytes in `text`, without the line break.
  TextSpan body;     ///< The body's bytes in `text`, the rest of it.
  SourceMap map;     ///< `text` byte → source byte.
  /// Parts of `text` that are no prose, sorted: code and addresses of Markdown and HTML.
  std::vector<TextSpan> verbatim;
  std::vector<Note> notes;

  /// The first field of that name (ASCII, without case), or nullptr.
  [[nodiscard]] const HeaderField* field(std::string_view name) const;
};

/// Reads a draft. Never fails: what can be read is read, the rest becomes notes. Linear in the size
/// of the source. The draft owns copies and does not need the source afterwards.
[[nodiscard]] Draft parse_draft(const Source& source);

}  // namespace mailcheck
