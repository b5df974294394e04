#pragma once

// What must hold for the text of any markup: it is UTF-8, and every byte of it has a place in the
// source.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "mail/decoded_text.hpp"
#include "mail/markup/markup_text.hpp"

/// Reads `data` with `read`, one of the readers of markup, and requires the above.
template <class Read>
void require_sound_markup(const std::uint8_t* data, std::size_t size, Read read) {
  using namespace mailcheck;
  const std::string bytes(data, data + size);
  std::vector<Note> notes;
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  DecodedText readable;
  append_readable(readable, raw, Charset::utf8, notes);
  const MarkupText result = read(readable, notes);

  const std::string& text = result.text.text;
  assert(find_invalid_utf8(text) == text.size());
  assert(result.text.map.text_size() == text.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const SourceSpan source = result.text.map.to_source({i, i + 1});
    assert(last <= source.begin && source.begin <= source.end && source.end <= bytes.size());
    if (result.text.map.is_verbatim({i, i + 1}))
      assert(bytes[source.begin] == text[i]);
    last = source.begin;
  }
  std::size_t end = 0;
  for (const TextSpan span : result.verbatim) {
    assert(end <= span.begin && span.begin < span.end && span.end <= text.size());
    end = span.end;
  }
}
