#include "mail/field_value.hpp"

#include <optional>

#include "mail/ascii.hpp"
#include "mail/transfer_encoding.hpp"

namespace mailcheck {

namespace {

struct EncodedWord {
  std::size_t length = 0;  // From “=?” to “?=”.
  Charset charset = Charset::utf8;
  std::string bytes;
};

// RFC 2047 §2 allows 75 bytes; senders are known to write longer ones.
constexpr std::size_t encoded_word_limit = 1000;

// The encoded word that begins at `at`, which stands on “=?”.
std::optional<EncodedWord> encoded_word_at(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at, encoded_word_limit);
  const std::size_t charset_end = window.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= window.size() ||
      window[charset_end + 2] != '?')
    return std::nullopt;
  const std::size_t begin = charset_end + 3;
  const std::size_t end = window.find('?', begin);
  if (end == std::string_view::npos || !window.substr(end).starts_with("?="))
    return std::nullopt;
  const std::string_view content = window.substr(begin, end - begin);
  // A language may follow the charset (RFC 2231 §5).
  const std::string_view name = window.substr(2, charset_end - 2);
  const std::optional<Charset> charset = charset_named(name.substr(0, name.find('*')));
  if (!charset)
    return std::nullopt;
  const char encoding = ascii_lower(window[charset_end + 1]);
  if (encoding == 'q')
    return EncodedWord{end + 2, *charset, decode_q(content)};
  std::optional<std::string> bytes;
  if (encoding == 'b')
    bytes = decode_base64(content);
  if (!bytes)
    return std::nullopt;
  return EncodedWord{end + 2, *charset, *std::move(bytes)};
}

// A line break in an encoded word would make a second line of a value, so it is a space.
std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n')
      c = ' ';
  }
  return text;
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
  // Bytes of neighbouring encoded words are joined before they are read as text: senders cut
  // characters in half although RFC 2047 §5 forbids it.
  DecodedText joined;
  DecodedText out;
  const std::string_view text = value.text;
  std::size_t run = 0;
  std::size_t after_word = std::string_view::npos;  // End of the encoded word before `at`.
  Charset charset = Charset::utf8;
  const auto flush = [&] {
    append_readable(out, joined, charset, notes);
    joined = {};
  };
  std::size_t at = text.find("=?");
  while (at != std::string_view::npos) {
    const std::optional<EncodedWord> word = encoded_word_at(text, at);
    if (!word) {
      at = text.find("=?", at + 2);
      continue;
    }
    const bool is_neighbour =
        run == after_word && trim(text.substr(run, at - run)).empty();  // RFC 2047 §6.2
    if (!is_neighbour || word->charset != charset) {
      flush();
      charset = Charset::utf8;
      if (!is_neighbour) {
        joined.append(value, {run, at});
        flush();
      }
    }
    charset = word->charset;
    joined.append_replaced(on_one_line(word->bytes), value.map.to_source({at, at + word->length}));
    run = at + word->length;
    after_word = run;
    at = text.find("=?", run);
  }
  flush();
  charset = Charset::utf8;
  joined.append(value, {run, text.size()});
  flush();
  return out;
}

std::string decode_words(std::string_view value) {
  DecodedText text;
  text.append_verbatim(value, {0, value.size()});
  std::vector<Note> ignored;
  return decode_words(text, ignored).text;
}

}  // namespace mailcheck
