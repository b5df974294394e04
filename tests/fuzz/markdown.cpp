// Any bytes as Markdown: the text is UTF-8, and every byte of it has a place in the source.

#include "mail/markup/markdown.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "mail/decoded_text.hpp"

using namespace mailcheck;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  std::vector<Note> notes;
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  DecodedText readable;
  append_readable(readable, raw, Charset::utf8, notes);
  const MarkupText result = read_markdown(readable, notes);

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
  return 0;
}
