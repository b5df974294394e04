// Any bytes as HTML: the text is UTF-8, and every byte of it has a place in the source.

#include "mail/markup/html.hpp"

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/markup.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  require_sound_markup(data, size, mailcheck::read_html);
  return 0;
}
