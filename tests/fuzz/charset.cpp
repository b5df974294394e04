// The name of a charset in the first line, that of an encoding in the second, bytes in the others;
// then the same as an encoded word: the text is UTF-8, each byte of it has a place, and what can be
// written back reads the same.

#include "mail/encoding/charset.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "mail/decoded_text.hpp"
#include "mail/encoding/transfer_encoding.hpp"
#include "mail/header/field_value.hpp"
#include "tests/fuzz/input.hpp"

using namespace mailcheck;

namespace {

void require_sound(const DecodedText& text, std::size_t source_size) {
  assert(find_invalid_utf8(text.text) == text.text.size());
  assert(text.map.text_size() == text.text.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.text.size(); ++i) {
    const SourceSpan source = text.map.to_source({i, i + 1});
    assert(last <= source.begin && source.begin <= source.end && source.end <= source_size);
    last = source.begin;
  }
}

DecodedText decoded(const std::string& bytes, const Charset& charset) {
  std::vector<Note> notes;
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  DecodedText text;
  append_readable(text, raw, charset, notes);
  return text;
}

void require_round_trip(const DecodedText& text, const Charset& charset) {
  if (text.text.find("\xEF\xBF\xBD") != std::string::npos)
    return;  // something could not be read
  const std::optional<std::string> written = encode(text.text, charset);
  if (!written)
    return;
  const DecodedText again = decoded(*written, charset);
  assert(again.text == text.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const std::string_view name = input.line();
  const std::string_view encoding_name = input.line();
  const std::string bytes(input.rest());
  std::vector<Note> notes;

  const TransferEncoding encoding =
      transfer_encoding_named(encoding_name).value_or(TransferEncoding::identity);
  const DecodedText raw = decode_transfer(encoding, bytes, {0, bytes.size()}, notes);
  assert(raw.text.size() <= bytes.size());
  const Charset charset =
      resolved_charset(declared_charset(name, raw.text, {0, bytes.size()}, notes), raw.text);
  DecodedText text;
  append_readable(text, raw, charset, notes);
  require_sound(text, bytes.size());
  // UTF-16 and UTF-32 are written without their mark, and so may be read in the other order.
  if (charset.kind != Charset::Kind::converter)
    require_round_trip(text, charset);

  for (const char* kind : {"?q?", "?B?"}) {
    const std::string word = "=?" + std::string(name) + kind + bytes + "?=";
    const DecodedText unfolded = unfold(word, {0, word.size()});
    require_sound(decode_words(unfolded, notes), word.size());
  }
  return 0;
}
