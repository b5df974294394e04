// Any bytes as Markdown: the text is UTF-8, and every byte of it has a place in the source.

#include "mail/markup/markdown.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/markup.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  require_sound_markup(data, size, mailcheck::read_markdown);
  return 0;
}
