#include "mail/write_back.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "mail/encoding/base64.hpp"
#include "mail/encoding/charset.hpp"

namespace mailcheck {

namespace {

bool contains_any_of(std::string_view text, std::string_view characters) {
  return text.find_first_of(characters) != std::string_view::npos;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '=';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

// RFC 2045 §6.7. The replacement holds no line break.
std::string to_quoted_printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '=' || static_cast<unsigned char>(c) >= 0x7F || (c < ' ' && c != '\t'))
      append_escaped(out, c);
    else
      out += c;
  }
  return out;
}

// RFC 2047 §4.2 and §5 (3): what may stand anywhere in a header as it is.
std::string to_q(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ')
      out += '_';
    else if (is_ascii_letter(c) || is_ascii_digit(c) || contains_any_of({&c, 1}, "!*+-/"))
      out += c;
    else
      append_escaped(out, c);
  }
  return out;
}

std::string to_base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::array<unsigned, 3> group{};
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < count; ++i)
      group[i] = static_cast<unsigned char>(bytes[at + i]);
    const unsigned bits = group[0] << 16 | group[1] << 8 | group[2];
    out += digits[bits >> 18];
    out += digits[bits >> 12 & 63];
    out += count > 1 ? digits[bits >> 6 & 63] : '=';
    out += count > 2 ? digits[bits & 63] : '=';
  }
  return out;
}

bool is_base64_digit(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '/';
}

std::string to_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

/// What the base64 at `base64` of `bytes` decodes to, with `text` for what stands at `place`.
std::optional<std::string> spliced(std::string_view bytes, SourceSpan base64, SourceSpan place,
                                   std::string_view text) {
  std::vector<Note> notes;
  const DecodedText decoded = decode_base64(bytes, base64, notes);
  if (!notes.empty())
    return std::nullopt;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < decoded.text.size(); ++i) {
    const SourceSpan source = decoded.map.to_source({i, i + 1});
    if (source.begin == place.begin)
      first = i;
    if (first && source.end == place.end)
      return decoded.text.substr(0, *first).append(text).append(decoded.text.substr(i + 1));
  }
  return std::nullopt;
}

class Writer {
 public:
  Writer(const Source& source, const Draft& draft)
      : bytes_(source.bytes), draft_(draft), is_from_mbox_(source.is_from_mbox) {}

  std::optional<SourceChange> write(TextSpan span, std::string_view replacement) {
    if (is_from_mbox_ && makes_from_line(span, replacement))
      return std::nullopt;
    if (stands_as_is(span) && is_plain_place(span, replacement))
      return SourceChange{draft_.map.to_source(span), std::string(replacement)};
    if (contains_any_of(replacement, "\r\n") || draft_.map.cuts_piece(span))
      return std::nullopt;
    if (span.end <= draft_.subject.end)
      return write_subject(span, replacement);
    const auto part = std::find_if(draft_.parts.begin(), draft_.parts.end(),
                                   [&](const TextPart& p) { return p.text.contains(span); });
    if (part == draft_.parts.end() || !has_only_soft_gaps(span, *part))
      return std::nullopt;
    return write_part(*part, span, replacement);
  }

 private:
  // Whether the span is the same bytes in the source, but for its line ends.
  [[nodiscard]] bool stands_as_is(TextSpan span) const {
    if (draft_.map.is_verbatim(span))
      return true;
    if (span.begin < draft_.body.begin || draft_.map.cuts_piece(span) ||
        draft_.map.runs(span).size() != 1)
      return false;
    std::string raw(slice(bytes_, draft_.map.to_source(span)));
    raw.erase(std::remove(raw.begin(), raw.end(), '\r'), raw.end());
    return raw == slice(draft_.text, span);
  }

  // Text that the replacement may stand in as it is: of the subject, or of a plain part without
  // encoding.
  [[nodiscard]] bool is_plain_place(TextSpan span, std::string_view replacement) const {
    for (const TextPart& part : draft_.parts) {
      if (part.text.contains(span))
        return part.kind == BodyKind::plain && part.encoding == TransferEncoding::identity &&
               (part.charset.kind == Charset::Kind::utf8 || is_ascii_everywhere(replacement));
    }
    return span.end > draft_.subject.end || is_plain_subject(replacement);
  }

  // Bytes of the subject beyond ASCII are read as UTF-8 only if all of them are. Blanks between
  // encoded words are not read, nor are those around the value.
  [[nodiscard]] bool is_plain_subject(std::string_view replacement) const {
    const HeaderField* field = draft_.field("Subject");
    if (field == nullptr)
      return is_ascii_everywhere(replacement);
    const std::string_view value = slice(bytes_, field->value_span);
    const bool is_utf8 = find_invalid_utf8(value) == value.size();
    const bool has_words = value.find("=?") != std::string_view::npos;
    return !contains_any_of(replacement, "\r\n") &&
           replacement.find("=?") == std::string_view::npos &&
           (is_utf8 || is_ascii_everywhere(replacement)) &&
           !(has_words && trim(replacement).empty());
  }

  // What all charsets and their escapes leave alone, where they leave ASCII alone.
  static bool is_ascii_everywhere(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x7F && c != '+' && c != '~' && c != '\\' &&
             c != '\x1B';
    });
  }

  // In an mbox “From ” at the start of a line begins a message, and “>From ” stands for “From ”.
  [[nodiscard]] bool makes_from_line(TextSpan span, std::string_view replacement) const {
    constexpr std::string_view from = "From ";
    const std::size_t line =
        span.begin == 0 ? 0 : draft_.text.find_last_of('\n', span.begin - 1) + 1;
    std::string lines = draft_.text.substr(line, span.begin - line);
    lines.append(replacement).append(draft_.text, span.end, from.size());
    for (std::size_t at = lines.find(from); at != std::string::npos;
         at = lines.find(from, at + 1)) {
      // A line that began so before the change was quoted, and stays as it is.
      const bool was_there = at + from.size() <= span.begin - line;
      const std::size_t begin = lines.find_last_not_of('>', at - (at > 0 ? 1 : 0));
      const bool begins_line = at == 0 || begin == std::string::npos || lines[begin] == '\n';
      if (begins_line && !was_there)
        return true;
    }
    return false;
  }

  // Between the pieces of the text the source may hold what joins lines, nothing else.
  [[nodiscard]] bool has_only_soft_gaps(TextSpan span, const TextPart& part) const {
    const std::vector<SourceSpan> runs = draft_.map.runs(span);
    for (std::size_t i = 1; i < runs.size(); ++i) {
      if (runs[i].begin < runs[i - 1].end)
        return false;
      const std::string_view gap = bytes_.substr(runs[i - 1].end, runs[i].begin - runs[i - 1].end);
      if (!is_soft_gap(gap, part))
        return false;
    }
    return true;
  }

  static bool is_soft_gap(std::string_view gap, const TextPart& part) {
    if (part.encoding == TransferEncoding::base64)
      return true;  // It is written anew, so that line breaks within are of no account.
    std::string_view allowed;
    if (part.kind == BodyKind::flowed)
      allowed = " \r\n";
    if (part.encoding == TransferEncoding::quoted_printable)
      allowed = part.kind == BodyKind::flowed ? "= \t\r\n" : "=\t\r\n";
    return gap.find_first_not_of(allowed) == std::string_view::npos;
  }

  [[nodiscard]] std::optional<SourceChange> write_part(const TextPart& part, TextSpan span,
                                                       std::string_view replacement) const {
    if (part.kind == BodyKind::markdown && contains_any_of(replacement, "\\`*_[]<>#&|~"))
      return std::nullopt;
    if (!keeps_lines(part, span, replacement))
      return std::nullopt;
    const std::optional<std::string> encoded =
        encode(part.kind == BodyKind::html ? to_html(replacement) : std::string(replacement),
               part.charset);
    if (!encoded)
      return std::nullopt;
    const std::string& text = *encoded;
    const SourceSpan place = draft_.map.to_source(span);
    switch (part.encoding) {
      case TransferEncoding::identity:
        if (find_invalid_utf8(text) != text.size())
          return std::nullopt;
        return SourceChange{place, text};
      case TransferEncoding::quoted_printable:
        return SourceChange{place, to_quoted_printable(text)};
      case TransferEncoding::base64:
        if (draft_.map.is_verbatim(span))
          return std::nullopt;  // No base64, although its header says so.
        return rewrite_base64(part.source, place, text);
      case TransferEncoding::uuencode:
        break;
    }
    return std::nullopt;
  }

  // Whether blanks and signs at the ends of lines and of the replacement are still read as such.
  [[nodiscard]] bool keeps_lines(const TextPart& part, TextSpan span,
                                 std::string_view replacement) const {
    const char before = span.begin == part.text.begin ? '\n' : draft_.text[span.begin - 1];
    const char after = span.end == part.text.end ? '\n' : draft_.text[span.end];
    const std::string_view rest = replacement.empty() ? std::string_view(&after, 1) : replacement;
    if (before == '\n' && (contains_any_of(rest.substr(0, 1), " >") || rest.starts_with("From ")))
      return false;
    if (after == '\n' && (replacement.empty() || is_blank(replacement.back())))
      return false;
    switch (part.kind) {
      case BodyKind::plain:
      case BodyKind::flowed:
        return true;
      case BodyKind::markdown:
        if (before == '\n' && contains_any_of(rest.substr(0, 1), "-+=0123456789"))
          return false;  // It may begin a list or make a heading of the line above.
        break;
      case BodyKind::html:
        break;
    }
    // Of several blanks one is read.
    const std::string around = std::string(1, before).append(replacement) + after;
    for (std::size_t i = 1; i < around.size(); ++i) {
      if (is_space(around[i - 1]) && is_space(around[i]))
        return false;
    }
    return true;
  }

  static bool is_space(char c) { return is_blank(c) || is_line_end(c); }

  // Writes the base64 anew from the quantum that holds the change to the end of the part, in lines
  // as long as the first one.
  [[nodiscard]] std::optional<SourceChange> rewrite_base64(SourceSpan part, SourceSpan place,
                                                           std::string_view text) const {
    std::size_t begin = part.begin;
    std::size_t digits = 0;
    for (std::size_t at = part.begin; at <= place.begin; ++at) {
      if (bytes_[at] == '=')
        digits = 0;  // Padding ends a group.
      if (!is_base64_digit(bytes_[at]))
        continue;
      if (digits % 4 == 0)
        begin = at;
      ++digits;
    }
    SourceSpan rest{begin, part.end};
    while (rest.size() > 0 && (is_blank(bytes_[rest.end - 1]) || is_line_end(bytes_[rest.end - 1])))
      --rest.end;
    if (rest.size() > rewritten_base64_limit)
      return std::nullopt;
    const std::optional<std::string> changed = spliced(bytes_, rest, place, text);
    if (!changed)
      return std::nullopt;
    return SourceChange{rest, in_lines(to_base64(*changed), part, begin)};
  }

  [[nodiscard]] std::string in_lines(std::string_view base64, SourceSpan part,
                                     std::size_t begin) const {
    const std::string_view body = slice(bytes_, part);
    const std::size_t first_end = body.find_first_of("\r\n");
    if (first_end == std::string_view::npos)
      return std::string(base64);
    const std::string_view line_end = body.substr(first_end).starts_with("\r\n") ? "\r\n" : "\n";
    const std::size_t line_begin = bytes_.find_last_of("\r\n", begin) + 1;
    const std::size_t width = std::max<std::size_t>(first_end, 4);
    std::size_t column = begin - std::min(begin, line_begin);
    std::string out;
    for (const char c : base64) {
      if (column == width) {
        out += line_end;
        column = 0;
      }
      out += c;
      ++column;
    }
    return out;
  }

  // RFC 2047 §2: an encoded word of more than 75 characters is not understood.
  static constexpr std::size_t encoded_word_limit = 75;

  [[nodiscard]] std::optional<SourceChange> write_subject(TextSpan span,
                                                          std::string_view replacement) const {
    if (draft_.map.runs(span).size() != 1)
      return std::nullopt;
    const SourceSpan place = draft_.map.to_source(span);
    const std::size_t begin = bytes_.rfind("=?", place.begin);
    const HeaderField* field = draft_.field("Subject");
    if (field == nullptr || begin == std::string_view::npos || begin < field->value_span.begin)
      return std::nullopt;
    // =?charset?encoding?text?=
    const std::size_t charset_end = bytes_.find('?', begin + 2);
    const SourceSpan text{charset_end + 3, bytes_.find('?', charset_end + 3)};
    if (charset_end == std::string_view::npos || text.end == std::string_view::npos ||
        !text.contains(place))
      return std::nullopt;
    const std::string_view name = bytes_.substr(begin + 2, charset_end - begin - 2);
    const std::optional<Charset> charset = charset_named(name.substr(0, name.find('*')));
    const std::optional<std::string> encoded =
        charset ? encode(replacement, *charset) : std::nullopt;
    if (!encoded)
      return std::nullopt;
    std::optional<SourceChange> change = SourceChange{place, to_q(*encoded)};
    if (ascii_lower(bytes_[charset_end + 1]) == 'b') {
      const std::optional<std::string> changed = spliced(bytes_, text, place, *encoded);
      if (!changed)
        return std::nullopt;
      change = SourceChange{text, to_base64(*changed)};
    }
    const std::size_t length = text.end + 2 - begin - change->span.size() + change->bytes.size();
    return length <= encoded_word_limit ? change : std::nullopt;
  }

  std::string_view bytes_;
  const Draft& draft_;
  bool is_from_mbox_;
};

}  // namespace

std::optional<SourceChange> write_back(const Source& source, const Draft& draft, TextSpan span,
                                       std::string_view replacement) {
  return Writer(source, draft).write(span, replacement);
}

}  // namespace mailcheck
