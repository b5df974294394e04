#include "mail/header/field_value.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "mail/ascii.hpp"
#include "mail/encoding/transfer_encoding.hpp"

namespace mailcheck {

namespace {

struct EncodedWord {
  std::size_t begin = 0;  // Of “=?”.
  std::size_t end = 0;    // After “?=”.
  std::string_view charset;
  DecodedText bytes;  // Mapped to the value.
};

// Finds the encoded words of a value from left to right. Every search starts where the one before
// ended, so that a value full of broken words takes no longer than others.
class WordFinder {
 public:
  explicit WordFinder(std::string_view text) : text_(text) {}

  std::optional<EncodedWord> next() {
    for (std::size_t at = text_.find("=?", at_); at != std::string_view::npos;
         at = text_.find("=?", at_)) {
      at_ = at + 2;
      if (std::optional<EncodedWord> word = word_at(at)) {
        at_ = word->end;
        return word;
      }
    }
    return std::nullopt;
  }

 private:
  // RFC 2047 §2 allows words of 75 bytes; senders write longer ones, but no longer names.
  static constexpr std::size_t name_limit = 75;

  std::optional<EncodedWord> word_at(std::size_t at) {
    const std::string_view name_window = text_.substr(at + 2, name_limit);
    const std::string_view name = name_window.substr(0, name_window.find('?'));
    const std::size_t encoding_at = at + 2 + name.size() + 1;
    if (name.empty() || name.find_first_of(" \t=\"<>") != std::string_view::npos ||
        encoding_at + 1 >= text_.size() || text_[encoding_at - 1] != '?' ||
        text_[encoding_at + 1] != '?')
      return std::nullopt;
    const std::size_t begin = encoding_at + 2;
    const std::size_t end = first_end(begin);
    if (end == std::string_view::npos || first_begin(begin) + 1 < end)
      return std::nullopt;  // Without an end of its own.
    std::optional<DecodedText> bytes = decoded(ascii_lower(text_[encoding_at]), {begin, end});
    if (!bytes)
      return std::nullopt;
    // A language may follow the charset (RFC 2231 §5).
    return EncodedWord{at, end + 2, name.substr(0, name.find('*')), *std::move(bytes)};
  }

  std::optional<DecodedText> decoded(char encoding, SourceSpan content) {
    if (encoding == 'q')
      return decode_q(text_, content);
    return encoding == 'b' ? decode_b(text_, content) : std::nullopt;
  }

  // The first “?=” from `at` on; a question mark alone belongs to the word, as many write it.
  std::size_t first_end(std::size_t at) {
    if (end_ < at)
      end_ = text_.find("?=", at);
    return end_;
  }

  std::size_t first_begin(std::size_t at) {
    if (begin_ < at)
      begin_ = std::min(text_.find("=?", at), text_.size());
    return begin_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t begin_ = 0;
};

// A line break in an encoded word would make a second line of a value, so it is a space.
void append_line(DecodedText& out, const DecodedText& bytes, const Charset& charset,
                 std::vector<Note>& notes) {
  const std::size_t begin = out.text.size();
  append_readable(out, bytes, charset, notes);
  std::replace(out.text.begin() + static_cast<std::ptrdiff_t>(begin), out.text.end(), '\n', ' ');
}

void append_part(DecodedText& out, const DecodedText& value, TextSpan span, const Charset& charset,
                 std::vector<Note>& notes) {
  DecodedText part;
  part.append(value, span);
  append_readable(out, part, charset, notes);
}

}  // namespace

DecodedText unfold(std::string_view bytes, SourceSpan span) {
  DecodedText out;
  std::size_t run = span.begin;
  std::size_t at = span.begin;
  while (at < span.end) {
    if (!is_line_end(bytes[at])) {
      ++at;
      continue;
    }
    out.append_verbatim(bytes, {run, at});
    std::size_t end = at;
    while (end < span.end && (is_line_end(bytes[end]) || is_blank(bytes[end])))
      ++end;
    out.append_replaced(" ", {at, end});
    at = end;
    run = at;
  }
  out.append_verbatim(bytes, {run, at});
  return out;
}

DecodedText decode_words(const DecodedText& value, std::vector<Note>& notes) {
  const std::string_view text = value.text;
  // Raw bytes beyond ASCII are of one charset in all of the value.
  const bool is_raw_utf8 = resolved_charset(Charset::ascii, text) == Charset::utf8;
  const Charset raw_charset = is_raw_utf8 ? Charset::utf8 : Charset::ascii;
  // Bytes of neighbouring encoded words are joined before they are read as text: senders cut
  // characters in half although RFC 2047 §5 forbids it.
  DecodedText joined;
  Charset charset;
  DecodedText out;
  std::size_t after_word = 0;
  WordFinder words(text);
  bool is_after_word = false;
  while (const std::optional<EncodedWord> word = words.next()) {
    const TextSpan gap{after_word, word->begin};
    const bool is_neighbour = is_after_word && trim(slice(text, gap)).empty();  // RFC 2047 §6.2
    const SourceSpan place = value.map.to_source({word->begin, word->end});
    const Charset word_charset = declared_charset(word->charset, word->bytes.text, place, notes);
    if (!is_neighbour || word_charset != charset) {
      append_line(out, joined, charset, notes);
      joined = {};
    }
    if (!is_neighbour)
      append_part(out, value, gap, raw_charset, notes);
    charset = word_charset;
    joined.append_composed(word->bytes, value.map);
    after_word = word->end;
    is_after_word = true;
  }
  append_line(out, joined, charset, notes);
  append_part(out, value, {after_word, text.size()}, raw_charset, notes);
  return out;
}

std::string decode_words(std::string_view value) {
  DecodedText text;
  text.append_verbatim(value, {0, value.size()});
  std::vector<Note> ignored;
  return decode_words(text, ignored).text;
}

}  // namespace mailcheck
