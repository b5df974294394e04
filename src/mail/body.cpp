#include "mail/body.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "mail/armor.hpp"
#include "mail/ascii.hpp"
#include "mail/encoding/transfer_encoding.hpp"
#include "mail/encoding/uuencode.hpp"
#include "mail/flat_view.hpp"
#include "mail/flowed.hpp"
#include "mail/markup/html.hpp"
#include "mail/markup/html_charset.hpp"
#include "mail/markup/html_traits.hpp"
#include "mail/markup/markdown.hpp"
#include "mail/markup/text_difference.hpp"
#include "mail/mbox/from_quoting.hpp"
#include "mail/mime.hpp"

namespace mailcheck {

namespace {

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// A text part once it is read.
struct ReadPart {
  MarkupText content;
  BodyKind kind = BodyKind::plain;
  TransferEncoding encoding = TransferEncoding::identity;
  Charset charset;
};

class BodyReader {
 public:
  BodyReader(const Source& source, const HeaderBlock& block, std::vector<Note>& notes)
      : source_(source), has_header_(!block.fields.empty()), bytes_(source.bytes), notes_(notes) {
    parts_ = find_parts(bytes_, block, default_type(), notes);
  }

  Body read() {
    const FlatView view = flatten(parts_);
    for (const std::size_t index : view.attachments)
      attach(parts_[index]);
    read_text(view);
    note_what_is_left_out(view);
    return std::move(body_);
  }

 private:
  [[nodiscard]] std::string_view default_type() const {
    switch (source_.format) {
      case SourceFormat::markdown:
        return "text/markdown";
      case SourceFormat::html:
        return "text/html";
      case SourceFormat::automatic:
      case SourceFormat::plain_text:
      case SourceFormat::message:
        break;
    }
    return "text/plain";
  }

  void read_text(const FlatView& view) {
    std::vector<ReadPart> texts = read_parts(view.text);
    if (view.text != view.html && !view.text.empty() && !view.html.empty()) {
      std::vector<ReadPart> htmls = read_parts(view.html);
      const std::string html = joined(htmls);
      if (is_blank_text(joined(texts)) && !is_blank_text(html)) {
        add_note(notes_, NoteKind::html_differs, parts_[view.text.front()].body,
                 "The plain-text form of the mail is empty; its HTML was checked");
        texts = std::move(htmls);
        append_all(texts, view.html);
        return;
      }
      append_all(texts, view.text);
      compare(html);
      return;
    }
    append_all(texts, view.text);
  }

  void compare(std::string_view html) {
    const std::optional<TextDifference> difference = find_difference(body_.text.text, html);
    if (!difference)
      return;
    const std::string_view plain = slice(body_.text.text, difference->span);
    std::string message;
    if (plain.empty())
      message = fmt::format("The HTML says “{}”, which the plain text lacks",
                            shortened(difference->said));
    else if (difference->said.empty())
      message = fmt::format("The plain text says “{}”, which the HTML lacks", shortened(plain));
    else
      message = fmt::format("The plain text says “{}”, the HTML “{}”", shortened(plain),
                            shortened(difference->said));
    add_note(notes_, NoteKind::html_differs, body_.text.map.to_source(difference->span),
             std::move(message));
  }

  // For a message of one line.
  static std::string shortened(std::string_view text) {
    constexpr std::size_t limit = 60;
    const std::string_view start = utf8_prefix(text, limit);
    std::string line(start);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return start.size() == text.size() ? line : line + "…";
  }

  std::vector<ReadPart> read_parts(const std::vector<std::size_t>& indices) {
    std::vector<ReadPart> parts;
    parts.reserve(indices.size());
    for (const std::size_t index : indices)
      parts.push_back(read_part(parts_[index]));
    return parts;
  }

  static std::string joined(const std::vector<ReadPart>& parts) {
    std::string text;
    for (const ReadPart& part : parts)
      text.append(part.content.text.text).append("\n");
    return text;
  }

  void append_all(const std::vector<ReadPart>& parts, const std::vector<std::size_t>& indices) {
    for (std::size_t i = 0; i < parts.size(); ++i)
      append(parts[i], parts_[indices[i]]);
  }

  void append(const ReadPart& part, const MimePart& mime) {
    DecodedText& text = body_.text;
    const std::string_view added = part.content.text.text;
    // Between two texts stands an empty line, so that no paragraph goes on in the next part.
    while (!text.text.empty() && !added.empty() && !text.text.ends_with("\n\n"))
      text.append_replaced("\n", {mime.body.begin, mime.body.begin});
    const std::size_t begin = text.text.size();
    text.append(part.content.text, {0, added.size()});
    body_.parts.push_back(
        {{begin, text.text.size()}, mime.body, part.kind, part.encoding, part.charset});
    for (const TextSpan span : part.content.verbatim)
      body_.verbatim.push_back({begin + span.begin, begin + span.end});
  }

  ReadPart read_part(const MimePart& mime) {
    ReadPart part;
    const DecodedText raw = decode(mime, part.encoding);
    part.charset = resolved_charset(charset_of(mime, raw), raw.text);
    DecodedText readable;
    append_readable(readable, raw, part.charset, notes_);
    if (mime.type.value == "text/html") {
      part.kind = BodyKind::html;
      append_html_traits(body_.html_traits, readable);
      part.content = read_html(readable, notes_);
      return part;
    }
    ArmorFree free = remove_armor(take_uuencoded(readable));
    note_armor(free, mime);
    if (mime.type.value != "text/plain") {
      part.kind = BodyKind::markdown;
      part.content = read_markdown(free.text, notes_);
    } else if (equal_ignoring_case(mime.type.parameter("format"), "flowed")) {
      part.kind = BodyKind::flowed;
      const bool deletes = equal_ignoring_case(mime.type.parameter("delsp"), "yes");
      part.content.text = join_flowed(free.text, deletes ? FlowSpace::deleted : FlowSpace::kept);
    } else {
      part.content.text = std::move(free.text);
    }
    return part;
  }

  DecodedText decode(const MimePart& mime, TransferEncoding& encoding) {
    const std::optional<TransferEncoding> known = transfer_encoding_named(mime.encoding);
    if (!known)
      add_note(notes_, NoteKind::broken_encoding, mime.encoding_field,
               fmt::format("The transfer encoding “{}” is not known; the text was read as it is",
                           shortened(mime.encoding)));
    encoding = known.value_or(TransferEncoding::identity);
    DecodedText raw = decode_transfer(encoding, bytes_, mime.body, notes_);
    return source_.is_from_mbox ? unquote_from_lines(raw) : raw;
  }

  // The charset that was named, in the header or in the HTML itself.
  Charset charset_of(const MimePart& mime, const DecodedText& raw) {
    std::string_view name = mime.type.parameter("charset");
    if (name.empty() && mime.type.value == "text/html")
      name = html_charset(raw.text);
    // A text without a header is UTF-8; a mail that declares nothing may be older than that.
    const bool has_utf16_mark =
        raw.text.starts_with("\xFF\xFE") || raw.text.starts_with("\xFE\xFF");
    if (name.empty() && !has_header_)
      return has_utf16_mark ? charset_named("utf-16").value_or(Charset::utf8) : Charset::utf8;
    return declared_charset(name, raw.text, mime.type_field, notes_);
  }

  // Files that stand within the text become attachments.
  DecodedText take_uuencoded(const DecodedText& text) {
    const std::vector<UuencodedBlock> files = find_uuencoded(text.text);
    if (files.empty())
      return text;
    DecodedText rest;
    std::size_t at = 0;
    for (const UuencodedBlock& file : files) {
      rest.append(text, {at, file.span.begin});
      at = file.span.end;
      const std::size_t line_end = std::min(text.text.find('\n', file.span.begin), file.span.end);
      body_.attachments.push_back({.name = std::string(file.name),
                                   .type = "application/octet-stream",
                                   .size = file.size,
                                   .span = text.map.to_source(file.span),
                                   .place = text.map.to_source({file.span.begin, line_end})});
    }
    rest.append(text, {at, text.text.size()});
    return rest;
  }

  void note_armor(const ArmorFree& free, const MimePart& mime) {
    const std::size_t line_end = bytes_.find_first_of("\r\n", mime.body.begin);
    const SourceSpan place{mime.body.begin, std::min(line_end, mime.body.end)};
    if (free.was_encrypted && is_blank_text(free.text.text))
      add_note(notes_, NoteKind::unsupported_content, place,
               "The body was not checked: it is encrypted");
    else if (free.was_encrypted || free.had_signature)
      add_note(notes_, NoteKind::left_out, place, "OpenPGP blocks were not checked");
  }

  void attach(const MimePart& part) {
    body_.attachments.push_back({std::string(part.name()), part.type.value, decoded_size(part),
                                 is_inline(part), part.span, part.type_field});
  }

  [[nodiscard]] bool is_inline(const MimePart& part) const {
    if (!part.disposition.value.empty())
      return part.disposition.value == "inline";
    return !part.is_first && parts_[part.parent].type.value == "multipart/related";
  }

  [[nodiscard]] std::size_t decoded_size(const MimePart& part) {
    TransferEncoding encoding = TransferEncoding::identity;
    return decode(part, encoding).text.size();
  }

  void note_what_is_left_out(const FlatView& view) {
    const std::size_t count = body_.attachments.size();
    if (count > 0)
      notes_.push_back({NoteKind::left_out, body_.attachments.front().span,
                        count == 1 ? "1 attachment was not checked"
                                   : fmt::format("{} attachments were not checked", count)});
    if (!view.text.empty())
      return;
    const MimePart& part = parts_.front();
    const std::string_view type = part.type.value;
    const bool is_encrypted = type == "multipart/encrypted" || type.ends_with("/pkcs7-mime") ||
                              type.ends_with("/x-pkcs7-mime");
    add_note(notes_, NoteKind::unsupported_content, part.type_field,
             is_encrypted
                 ? "The body was not checked: it is encrypted"
                 : fmt::format("The body was not checked: its content type “{}” cannot be read",
                               shortened(type)));
  }

  const Source& source_;
  bool has_header_;
  std::string_view bytes_;
  std::vector<Note>& notes_;
  std::vector<MimePart> parts_;
  Body body_;
};

}  // namespace

Body read_body(const Source& source, const HeaderBlock& block, std::vector<Note>& notes) {
  return BodyReader(source, block, notes).read();
}

}  // namespace mailcheck
