#include "report/dump.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace mailcheck {

std::string_view name_of(BodyKind kind) {
  switch (kind) {
    case BodyKind::plain:
      return "plain";
    case BodyKind::flowed:
      return "flowed";
    case BodyKind::html:
      return "html";
    case BodyKind::markdown:
      return "markdown";
  }
  return {};
}

std::string_view name_of(TransferEncoding encoding) {
  switch (encoding) {
    case TransferEncoding::identity:
      return "identity";
    case TransferEncoding::quoted_printable:
      return "quoted-printable";
    case TransferEncoding::base64:
      return "base64";
    case TransferEncoding::uuencode:
      return "uuencode";
  }
  return {};
}

std::string_view name_of(const Charset& charset) {
  switch (charset.kind) {
    case Charset::Kind::utf8:
    case Charset::Kind::ascii:
      return "UTF-8";
    case Charset::Kind::windows_1252:
      return "windows-1252";
    case Charset::Kind::converter:
      return charset.decoder;
  }
  return {};
}

std::string_view name_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::invalid_utf8:
      return "invalid-utf8";
    case NoteKind::control_character:
      return "control-character";
    case NoteKind::mixed_line_ends:
      return "mixed-line-ends";
    case NoteKind::unsupported_content:
      return "unsupported-content";
    case NoteKind::malformed_header:
      return "malformed-header";
    case NoteKind::broken_encoding:
      return "broken-encoding";
    case NoteKind::broken_structure:
      return "broken-structure";
    case NoteKind::limit_reached:
      return "limit-reached";
    case NoteKind::html_differs:
      return "html-differs";
    case NoteKind::left_out:
      return "left-out";
  }
  return {};
}

std::string iso_date(const DateTime& date) {
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.year, date.month,
                                 date.day, date.hour, date.minute, date.second);
  if (date.zone_minutes) {
    const int minutes = std::abs(*date.zone_minutes);
    text += fmt::format("{}{:02}:{:02}", *date.zone_minutes < 0 ? '-' : '+', minutes / 60,
                        minutes % 60);
  }
  return text;
}

}  // namespace mailcheck
