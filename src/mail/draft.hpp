#pragma once

// A draft as mail: header fields, people, the decoded text to read, and notes on whatever was
// strange. It says nothing of sentences or of what the text means.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mail/encoding/charset.hpp"
#include "mail/encoding/transfer_encoding.hpp"
#include "mail/note.hpp"
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
  std::string name;      ///< As the recipient sees it; empty when the part has none.
  std::string type;      ///< Media type in lower case, “application/pdf”.
  std::size_t size = 0;  ///< Bytes once decoded.
  /// Shown within the text (RFC 2183), as an image of HTML is: it says so, or it says nothing and
  /// stands in a multipart/related.
  bool is_inline = false;
  SourceSpan span;   ///< Its header and body.
  SourceSpan place;  ///< The field that gives its type, or its first line: where findings go.
};

/// What HTML says beside its text: how it is to look, and where its links lead.
enum class HtmlTraitKind { color, background, font, link };

/// A trait of the writer's own HTML: it is read up to the first quote or signature that a mail
/// program has marked, and without style sheets, which mail programs write.
struct HtmlTrait {
  HtmlTraitKind kind;
  std::string value;  ///< In lower case, white space trimmed; of a link as written.
  SourceSpan span;
};

/// Traits kept of one draft, each kind and value once; the rest is left out.
inline constexpr std::size_t html_trait_limit = 200;

/// How a body was written.
enum class BodyKind { plain, flowed, html, markdown };

/// A part of the message whose text is in `Draft::text`: what it takes to write a change back.
struct TextPart {
  TextSpan text;
  SourceSpan source;  ///< Its body.
  BodyKind kind = BodyKind::plain;
  TransferEncoding encoding = TransferEncoding::identity;
  Charset charset;
};

struct Draft {
  std::vector<HeaderField> fields;
  std::vector<Mailbox> from, to, cc, bcc, reply_to;
  std::optional<DateTime> date;          ///< Of the first `Date` field that can be read.
  std::vector<std::string> in_reply_to;  ///< Message ids with their angle brackets.
  std::vector<Attachment> attachments;   ///< In order of the source.
  bool has_header_block = false;
  std::vector<TextPart> parts;  ///< In order of `text`; empty when the mail has no text.

  /// What checks read, valid UTF-8, line ends LF: the subject (if any) and a line break, then the
  /// decoded body.
  std::string text;
  TextSpan subject;  ///< The subject's bytes in `text`, without the line break.
  TextSpan body;     ///< The body's bytes in `text`, the rest of it.
  SourceMap map;     ///< `text` byte → source byte.
  /// Parts of `text` that are no prose, sorted: code and addresses of Markdown and HTML.
  std::vector<TextSpan> verbatim;
  std::vector<HtmlTrait> html_traits;  ///< In order of their HTML.
  std::vector<Note> notes;

  /// How the text was written: the kind of its first part.
  [[nodiscard]] BodyKind body_kind() const {
    return parts.empty() ? BodyKind::plain : parts.front().kind;
  }
  /// The first field of that name (ASCII, without case), or nullptr.
  [[nodiscard]] const HeaderField* field(std::string_view name) const;
};

/// Reads a draft. Never fails: what can be read is read, the rest becomes notes. Linear in the size
/// of the source. The draft owns copies and does not need the source afterwards.
[[nodiscard]] Draft parse_draft(const Source& source);

}  // namespace mailcheck
