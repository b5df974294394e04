#include "mail/flowed.hpp"

#include <algorithm>

namespace mailcheck {

namespace {

// §4.3: the signature separator, which may have been stuffed.
bool is_signature_mark(std::string_view line) {
  return line == "-- ";
}

}  // namespace

DecodedText join_flowed(const DecodedText& text, FlowSpace space) {
  DecodedText out;
  const std::string_view bytes = text.text;
  bool is_joining = false;  // The line before flows into this one.
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::size_t next = std::min(end + 1, bytes.size());
    const bool is_quoted = bytes[at] == '>';
    std::size_t begin = at;
    if (!is_quoted && begin < end && bytes[begin] == ' ')
      ++begin;  // §4.4
    const std::string_view line = bytes.substr(begin, end - begin);
    // A paragraph does not go on in a quote (§4.5), nor in the signature; and many programs leave a
    // space at the end of its last line, so that an empty line ends it too.
    if (is_joining && (is_quoted || line.empty() || is_signature_mark(line)))
      out.append_replaced("\n", text.map.to_source({at, at}));
    const bool flows = !is_quoted && line.ends_with(' ') && !is_signature_mark(line) && next > end;
    const bool drops_space = flows && space == FlowSpace::deleted;
    out.append(text, {begin, drops_space ? end - 1 : end});
    if (!flows)
      out.append(text, {end, next});
    is_joining = flows;
    at = next;
  }
  return out;
}

}  // namespace mailcheck
