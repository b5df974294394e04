#include "mail/body.hpp"

#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "mail/field_value.hpp"
#include "mail/transfer_encoding.hpp"

namespace mailcheck {

namespace {

const RawField* find_field(const std::vector<RawField>& fields, std::string_view name) {
  for (const RawField& field : fields) {
    if (equal_ignoring_case(field.name, name))
      return &field;
  }
  return nullptr;
}

std::string unfolded_value(std::string_view bytes, const RawField* field) {
  return field == nullptr ? std::string() : unfold(bytes, field->value).text;
}

// The type of a Content-Type value, in lower case. RFC 2045 §5.2: what cannot be read is plain
// text.
std::string media_type(std::string_view value) {
  std::string type = to_ascii_lower(trim(value.substr(0, value.find(';'))));
  return type.find('/') == std::string::npos ? "text/plain" : type;
}

// The parameter of that name of a Content-Type value; quotes are taken off.
std::string_view parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at != std::string_view::npos) {
    value.remove_prefix(at + 1);
    const std::string_view field = trim(value.substr(0, value.find(';')));
    const std::size_t equals = field.find('=');
    if (equals != std::string_view::npos &&
        equal_ignoring_case(trim(field.substr(0, equals)), name)) {
      std::string_view content = trim(field.substr(equals + 1));
      if (content.size() >= 2 && content.front() == '"' && content.back() == '"')
        content = content.substr(1, content.size() - 2);
      return content;
    }
    at = value.find(';');
  }
  return {};
}

void note_unsupported(std::vector<Note>& notes, const RawField& field, std::string_view what,
                      std::string_view content) {
  // The value may be hostile; the note quotes no more of it than a line can show.
  DecodedText raw;
  raw.append_verbatim(content, {0, content.size()});
  DecodedText readable;
  std::vector<Note> ignored;
  append_readable(readable, raw, Charset::utf8, ignored);
  add_note(notes, NoteKind::unsupported_content, field.span,
           fmt::format("The body was not checked: its {} “{}” cannot be read", what,
                       utf8_prefix(readable.text, 60)));
}

}  // namespace

// Multipart, HTML and base64 plug in here: they yield a `DecodedText` of the part that is read,
// mapped to the source, and the same `append_readable` finishes it.
void decode_body(DecodedText& out, std::string_view bytes, const std::vector<RawField>& fields,
                 SourceSpan span, std::vector<Note>& notes) {
  const RawField* type_field = find_field(fields, "Content-Type");
  const std::string type_value = unfolded_value(bytes, type_field);
  const std::string type = media_type(type_value);
  if (type != "text/plain" && type != "text/markdown" && type != "text/x-markdown") {
    note_unsupported(notes, *type_field, "content type", type);
    return;
  }
  const std::string_view charset_name = parameter(type_value, "charset");
  const RawField* encoding_field = find_field(fields, "Content-Transfer-Encoding");
  const std::string encoding_value = to_ascii_lower(unfolded_value(bytes, encoding_field));
  const std::string_view encoding = trim(encoding_value);
  DecodedText raw;
  if (encoding == "quoted-printable") {
    raw = decode_quoted_printable(bytes, span);
  } else if (encoding.empty() || encoding == "7bit" || encoding == "8bit" || encoding == "binary") {
    raw.append_verbatim(bytes, span);
  } else {
    note_unsupported(notes, *encoding_field, "transfer encoding", encoding);
    return;
  }
  // A text without a header is UTF-8; a mail that declares nothing may be older than that.
  const Charset charset =
      fields.empty()
          ? Charset::utf8
          : declared_charset(charset_name, raw.text,
                             type_field == nullptr ? SourceSpan{} : type_field->span, notes);
  append_readable(out, raw, charset, notes);
}

}  // namespace mailcheck
