#include "mail/mbox/from_quoting.hpp"

#include <cstddef>

#include "mail/ascii.hpp"

namespace mailcheck {

DecodedText unquote_from_lines(const DecodedText& raw) {
  constexpr std::string_view quoted_from = ">From ";
  const std::string_view text = raw.text;
  DecodedText out;
  std::size_t taken = 0;
  std::size_t at = 0;
  while ((at = text.find(quoted_from, at)) != std::string_view::npos) {
    // Back over the other marks, but not into what was looked at before.
    std::size_t line = at;
    while (line > taken && text[line - 1] == '>')
      --line;
    if (line == 0 || is_line_end(text[line - 1])) {
      out.append(raw, {taken, line});
      taken = line + 1;
    }
    at += quoted_from.size();
  }
  out.append(raw, {taken, text.size()});
  return out;
}

DecodedText unquote_from_lines(std::string_view bytes, SourceSpan span) {
  DecodedText raw;
  raw.append_verbatim(bytes, span);
  return unquote_from_lines(raw);
}

}  // namespace mailcheck
