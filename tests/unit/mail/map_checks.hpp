#pragma once

// What must hold for every decoder, whatever its input.

#include <cstddef>

#include <doctest/doctest.h>

#include "mail/decoded_text.hpp"

namespace mailcheck {

/// The map is as long as the text, and maps each byte into the source, in order.
inline void check_map(const DecodedText& decoded, std::size_t source_size) {
  REQUIRE(decoded.map.text_size() == decoded.text.size());
  SourceSpan last;
  for (std::size_t i = 0; i < decoded.text.size(); ++i) {
    const SourceSpan source = decoded.map.to_source({i, i + 1});
    REQUIRE(source.begin <= source.end);
    REQUIRE(source.end <= source_size);
    REQUIRE(source.begin >= last.begin);
    REQUIRE(source.end >= last.end);
    last = source;
  }
}

}  // namespace mailcheck
