#pragma once

// What the tests of HTML and Markdown share: reading a text, and checking where it says it is from.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "mail/decoded_text.hpp"
#include "mail/markup/markup_text.hpp"

namespace mailcheck {

/// `bytes` as a decoder leaves them: UTF-8 with LF.
inline DecodedText decoded(const std::string& bytes) {
  DecodedText raw;
  raw.append_verbatim(bytes, {0, bytes.size()});
  DecodedText out;
  std::vector<Note> notes;
  append_readable(out, raw, Charset::utf8, notes);
  return out;
}

inline std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

/// The text, with what is verbatim between “{|” and “|}”.
inline std::string marked(const MarkupText& result) {
  std::string out = result.text.text;
  for (std::size_t i = result.verbatim.size(); i-- > 0;) {
    out.insert(result.verbatim[i].end, "|}");
    out.insert(result.verbatim[i].begin, "{|");
  }
  return out;
}

/// The bytes that `part` of the text was decoded from.
inline std::string source_of(const MarkupText& result, const std::string& bytes,
                             std::string_view part) {
  const std::size_t at = result.text.text.find(part);
  REQUIRE(at != std::string::npos);
  return std::string(
      slice(std::string_view(bytes), result.text.map.to_source({at, at + part.size()})));
}

/// Every byte of the text must have a place, in order, and be that byte where it is verbatim.
inline void check_places(const MarkupText& result, std::string_view bytes) {
  const std::string_view text = result.text.text;
  REQUIRE(find_invalid_utf8(text) == text.size());
  REQUIRE(result.text.map.text_size() == text.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const SourceSpan source = result.text.map.to_source({i, i + 1});
    REQUIRE(last <= source.begin);
    REQUIRE(source.begin <= source.end);
    REQUIRE(source.end <= bytes.size());
    if (result.text.map.is_verbatim({i, i + 1}))
      REQUIRE(bytes[source.begin] == text[i]);
    last = source.begin;
  }
  std::size_t end = 0;
  for (const TextSpan span : result.verbatim) {
    REQUIRE(end <= span.begin);
    REQUIRE(span.begin < span.end);
    REQUIRE(span.end <= text.size());
    end = span.end;
  }
}

}  // namespace mailcheck
