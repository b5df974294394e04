#include "mail/decoded_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/converter.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

// Windows-1252, 0x80 to 0x9F (WHATWG Encoding Standard); the rest equals ISO-8859-1. The five
// unassigned bytes stay the C1 controls they are there.
constexpr std::array<char16_t, 32> windows_1252_upper = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

CodePoint decode(std::string_view bytes, std::size_t offset, Charset::Kind kind) {
  if (kind == Charset::Kind::utf8)
    return decode_utf8(bytes, offset);
  const auto byte = static_cast<std::uint8_t>(bytes[offset]);
  if (byte >= 0x80 && byte < 0xA0)
    return {windows_1252_upper[byte - 0x80], 1, true};
  return {byte, 1, true};
}

bool is_plain_ascii(char c) {
  return (c >= ' ' && c < 0x7F) || c == '\t' || c == '\n';
}

// Format characters that reorder text or take no space stay: rules speak of them.
bool is_unreadable(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

unsigned byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint8_t>(bytes[offset]);
}

// Appends a text in UTF-8 or Windows-1252, up to a limit.
class ReadableText {
 public:
  ReadableText(DecodedText& out, const DecodedText& raw, Charset::Kind kind,
               std::vector<Note>& notes, std::size_t size_limit)
      : out_(out), raw_(raw), kind_(kind), notes_(notes), size_limit_(size_limit) {}

  void append_all() {
    const std::string_view bytes = raw_.text;
    while (at_ < bytes.size() && !is_full_) {
      if (is_plain_ascii(bytes[at_]))
        keep(1);
      else if (bytes[at_] == '\r')
        replace(at_ + 1 < bytes.size() && bytes[at_ + 1] == '\n' ? 2 : 1, "\n");
      else
        append_character(decode(bytes, at_, kind_));
    }
    append_run();
  }

 private:
  void append_character(const CodePoint& code_point) {
    if (!code_point.valid) {
      note_once(NoteKind::invalid_utf8, code_point.length, [&] {
        return fmt::format("Byte 0x{:02X} is not UTF-8 and was read as “{}”",
                           byte_at(raw_.text, at_), replacement_character);
      });
      replace(code_point.length, replacement_character);
    } else if (is_unreadable(code_point.value)) {
      note_once(NoteKind::control_character, code_point.length, [&] {
        return fmt::format("Control character U+{:04X} does not belong in a mail",
                           static_cast<unsigned>(code_point.value));
      });
      const bool is_space = code_point.value == '\f' || code_point.value == '\v';
      replace(code_point.length, is_space ? std::string_view(" ") : replacement_character);
    } else if (kind_ == Charset::Kind::utf8) {
      keep(code_point.length);
    } else {
      std::string encoded;
      append_utf8(encoded, code_point.value);
      replace(code_point.length, encoded);
    }
  }

  // Takes the next bytes over as they are.
  void keep(std::size_t length) {
    if (has_room(length))
      at_ += length;
  }

  void replace(std::size_t length, std::string_view replacement) {
    if (!has_room(replacement.size()))
      return;
    append_run();
    out_.append_replaced(replacement, raw_.map.to_source({at_, at_ + length}));
    at_ += length;
    run_ = at_;
  }

  void append_run() {
    out_.append(raw_, {run_, at_});
    run_ = at_;
  }

  bool has_room(std::size_t length) {
    if (out_.text.size() + (at_ - run_) + length <= size_limit_)
      return true;
    is_full_ = true;
    add_note(notes_, NoteKind::limit_reached, raw_.map.to_source({at_, raw_.text.size()}),
             fmt::format("The text is longer than {} bytes; the rest was not read", size_limit_));
    return false;
  }

  template <class Message>
  void note_once(NoteKind kind, std::size_t length, const Message& message) {
    if (!has_note(notes_, kind))
      add_note(notes_, kind, raw_.map.to_source({at_, at_ + length}), message());
  }

  DecodedText& out_;
  const DecodedText& raw_;
  Charset::Kind kind_;
  std::vector<Note>& notes_;
  std::size_t size_limit_;
  std::size_t at_ = 0;
  std::size_t run_ = 0;  // Start of the bytes that can be taken over as they are.
  bool is_full_ = false;
};

// `raw` as UTF-8, at most a little more than `size_limit` bytes of it; line ends and controls are
// still those of the source.
DecodedText converted(const DecodedText& raw, std::string_view decoder, std::vector<Note>& notes,
                      std::size_t size_limit) {
  DecodedText out;
  std::optional<Converter> converter = Converter::open(decoder);
  if (!converter)
    return out;
  converter->decode(raw.text, [&](const ConvertedPiece& piece) {
    const TextSpan bytes{piece.bytes.begin, piece.bytes.end};
    if (piece.kind == ConvertedPiece::Kind::same) {
      out.append(raw, bytes);
      return out.text.size() <= size_limit;
    }
    const SourceSpan source = raw.map.to_source(bytes);
    if (piece.kind == ConvertedPiece::Kind::invalid && !has_note(notes, NoteKind::invalid_utf8) &&
        !bytes.empty())
      add_note(notes, NoteKind::invalid_utf8, source,
               fmt::format("Byte 0x{:02X} is not of the charset of the text and was read as “{}”",
                           byte_at(raw.text, bytes.begin), replacement_character));
    out.append_replaced(piece.text, source);
    return out.text.size() <= size_limit;
  });
  return out;
}

// A text that was taken for UTF-8 and is Windows-1252 is noted at the first byte that is not UTF-8.
void note_windows_1252(const DecodedText& raw, std::vector<Note>& notes) {
  const std::size_t at = find_invalid_utf8(raw.text);
  add_note(notes, NoteKind::invalid_utf8, raw.map.to_source({at, at + 1}),
           fmt::format("Byte 0x{:02X} is not UTF-8 and was read as Windows-1252",
                       byte_at(raw.text, at)));
}

}  // namespace

void DecodedText::append_verbatim(std::string_view bytes, SourceSpan source) {
  text.append(slice(bytes, source));
  map.append_verbatim(source);
}

void DecodedText::append_replaced(std::string_view replacement, SourceSpan source) {
  text.append(replacement);
  map.append_replaced(replacement.size(), source);
}

void DecodedText::append(const DecodedText& inner, TextSpan span) {
  text.append(slice(inner.text, span));
  map.append_mapped(inner.map, span);
}

void DecodedText::append_composed(const DecodedText& inner, const SourceMap& outer) {
  text.append(inner.text);
  map.append_composed(inner.map, outer);
}

bool has_note(const std::vector<Note>& notes, NoteKind kind) {
  return std::any_of(notes.begin(), notes.end(),
                     [&](const Note& note) { return note.kind == kind; });
}

void add_note(std::vector<Note>& notes, NoteKind kind, SourceSpan span, std::string message) {
  if (!has_note(notes, kind))
    notes.push_back({kind, span, std::move(message)});
}

void append_readable(DecodedText& out, const DecodedText& raw, const Charset& charset,
                     std::vector<Note>& notes, std::size_t size_limit) {
  const Charset resolved = resolved_charset(charset, raw.text);
  if (resolved.kind == Charset::Kind::converter) {
    const DecodedText text = converted(raw, resolved.decoder, notes, size_limit);
    ReadableText(out, text, Charset::Kind::utf8, notes, size_limit).append_all();
    return;
  }
  if (charset.kind == Charset::Kind::ascii && resolved.kind == Charset::Kind::windows_1252)
    note_windows_1252(raw, notes);
  ReadableText(out, raw, resolved.kind, notes, size_limit).append_all();
}

}  // namespace mailcheck
