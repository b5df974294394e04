#include "checks/verbatim.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace mailcheck {

namespace {

/// Bytes between brackets; longer ones hold prose.
constexpr std::size_t slot_limit = 80;

/// What a byte of a run of text may be.
enum class Byte : std::uint8_t { plain, space, sign, stop_or_slash };

constexpr auto byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (const char c : std::string_view(" \t\n\v\f\r"))
    kinds[static_cast<unsigned char>(c)] = Byte::space;
  for (const char c : std::string_view("@_\\=<>{}[]|$%^~+`&"))
    kinds[static_cast<unsigned char>(c)] = Byte::sign;
  for (const char c : std::string_view("./"))
    kinds[static_cast<unsigned char>(c)] = Byte::stop_or_slash;
  return kinds;
}();

Byte kind_at(std::string_view text, std::size_t at) {
  return byte_kinds[static_cast<unsigned char>(text[at])];
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word_byte(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// A full stop between two words: “report.pdf”, “example.org”. A capital behind it begins a
/// sentence whose space is missing.
bool has_inner_stop(std::string_view chunk) {
  for (std::size_t i = 1; i + 1 < chunk.size(); ++i) {
    const char next = chunk[i + 1];
    if (chunk[i] == '.' && is_word_byte(chunk[i - 1]) && is_word_byte(next) &&
        !(next >= 'A' && next <= 'Z'))
      return true;
  }
  return false;
}

/// Whether a run of text without white space, signs of code among it, is something else than words
/// and their punctuation.
bool is_technical(std::string_view chunk) {
  if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www."))
    return true;
  // “and/or” is two words, “~/notes” and “a/b/c” are paths.
  const std::size_t slash = chunk.find('/');
  if (slash != std::string_view::npos && (slash == 0 || chunk.find('/', slash + 1) != chunk.npos))
    return true;
  const std::size_t first = chunk.find_first_not_of("(\"'");
  if (first != std::string_view::npos && chunk[first] == '#')
    return true;
  return has_inner_stop(chunk);
}

void add_chunks(std::vector<TextSpan>& spans, std::string_view all, TextSpan paragraph) {
  const std::string_view text = slice(all, paragraph);
  for (std::size_t at = 0; at < text.size();) {
    if (kind_at(text, at) == Byte::space) {
      ++at;
      continue;
    }
    bool has_sign = false;
    bool has_mark = text[at] == '#' || text[at] == '(' || text[at] == '"' || text[at] == '\'';
    std::size_t end = at;
    for (; end < text.size() && kind_at(text, end) != Byte::space; ++end) {
      has_sign = has_sign || kind_at(text, end) == Byte::sign;
      has_mark = has_mark || kind_at(text, end) != Byte::plain;
    }
    if (has_sign || (has_mark && is_technical(text.substr(at, end - at))))
      spans.push_back({paragraph.begin + at, paragraph.begin + end});
    at = end;
  }
}

/// What stands between `open` and the next `close`, the marks included.
void add_pairs(std::vector<TextSpan>& spans, std::string_view all, TextSpan paragraph, char open,
               char close) {
  const std::string_view text = slice(all, paragraph);
  std::size_t at = text.find(open);
  while (at != std::string_view::npos) {
    const std::size_t length = text.substr(at + 1, slot_limit).find(close);
    const bool closed = length != std::string_view::npos;
    const std::size_t end = closed ? at + length + 2 : at + 1;
    if (closed)
      spans.push_back({paragraph.begin + at, paragraph.begin + end});
    at = text.find(open, end);
  }
}

bool touches_any(const std::vector<TextSpan>& sorted, TextSpan span) {
  const auto after = std::partition_point(sorted.begin(), sorted.end(),
                                          [span](TextSpan part) { return part.end <= span.begin; });
  return after != sorted.end() && after->begin < span.end;
}

}  // namespace

Verbatim::Verbatim(const Draft& draft, const Text& text) {
  std::vector<TextSpan> found = draft.verbatim;
  for (const Paragraph& paragraph : text.paragraphs) {
    add_chunks(found, draft.text, paragraph.span);
    add_pairs(found, draft.text, paragraph.span, '[', ']');
    add_pairs(found, draft.text, paragraph.span, '{', '}');
    add_pairs(found, draft.text, paragraph.span, '<', '>');
    add_pairs(found, draft.text, paragraph.span, '`', '`');
  }
  std::sort(found.begin(), found.end());
  for (const TextSpan span : found) {
    if (!spans_.empty() && span.begin <= spans_.back().end)
      spans_.back().end = std::max(spans_.back().end, span.end);
    else
      spans_.push_back(span);
  }
}

bool Verbatim::touches(TextSpan span) const {
  return touches_any(spans_, span);
}

bool is_code(const Draft& draft, TextSpan span) {
  return touches_any(draft.verbatim, span);
}

}  // namespace mailcheck
