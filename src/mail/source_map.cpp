#include "mail/source_map.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace mailcheck {

void SourceMap::append_verbatim(SourceSpan source) {
  if (source.empty())
    return;
  const std::size_t length = source.size();
  if (!pieces_.empty() && pieces_.back().verbatim && pieces_.back().source.end == source.begin) {
    pieces_.back().source.end = source.end;
    pieces_.back().text_length += length;
  } else {
    pieces_.push_back({text_size_, length, source, true});
  }
  text_size_ += length;
}

void SourceMap::append_replaced(std::size_t text_length, SourceSpan source) {
  pieces_.push_back({text_size_, text_length, source, false});
  text_size_ += text_length;
}

void SourceMap::append_mapped(const SourceMap& inner, TextSpan span) {
  assert(span.end <= inner.text_size_);
  while (span.begin < span.end) {
    const Piece* piece = inner.find(span.begin);
    const std::size_t end = std::min(span.end, piece->text_begin + piece->text_length);
    const std::size_t length = end - span.begin;
    if (piece->verbatim) {
      const std::size_t source = piece->source.begin + (span.begin - piece->text_begin);
      append_verbatim({source, source + length});
    } else {
      append_replaced(length, piece->source);
    }
    span.begin = end;
  }
}

// The last piece that begins at or before the offset. A piece without length is only found where
// nothing follows it, that is at the end of the text.
const SourceMap::Piece* SourceMap::find(std::size_t text_offset) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), text_offset,
      [](std::size_t offset, const Piece& piece) { return offset < piece.text_begin; });
  return after == pieces_.begin() ? nullptr : &*std::prev(after);
}

SourceSpan SourceMap::to_source(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= text_size_);
  const Piece* first = find(span.begin);
  if (first == nullptr)
    return {};
  if (span.empty()) {
    std::size_t place = first->source.begin;
    if (first->verbatim)
      place += span.begin - first->text_begin;
    else if (span.begin >= first->text_begin + first->text_length)
      place = first->source.end;
    return {place, place};
  }
  const Piece* last = find(span.end - 1);
  SourceSpan source{first->source.begin, last->source.end};
  if (first->verbatim)
    source.begin += span.begin - first->text_begin;
  if (last->verbatim)
    source.end = last->source.begin + (span.end - last->text_begin);
  return source;
}

bool SourceMap::is_verbatim(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= text_size_);
  const Piece* piece = find(span.begin);
  if (piece == nullptr)
    return span.empty();
  if (!piece->verbatim)
    return span.empty() && span.begin == piece->text_begin;
  return span.end <= piece->text_begin + piece->text_length;
}

}  // namespace mailcheck
