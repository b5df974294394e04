#include "mail/source_map.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace mailcheck {

namespace {

// The characters of byte `index` of a base64 run that begins with a whole group, relative to it.
constexpr std::size_t base64_begin(std::size_t index) {
  return index / 3 * 4 + index % 3;
}

}  // namespace

// The source of bytes of the piece. `span`, in the text, is not empty and lies in the piece.
SourceSpan SourceMap::Piece::source_of(TextSpan span) const {
  const std::size_t first = span.begin - text_begin;
  const std::size_t last = span.end - 1 - text_begin;
  switch (kind) {
    case Kind::verbatim:
      return {source.begin + first, source.begin + last + 1};
    case Kind::replaced:
      return source;
    case Kind::base64: {
      const std::size_t group = source.begin - phase;
      return {group + base64_begin(first + phase), group + base64_begin(last + phase) + 2};
    }
  }
  return source;
}

void SourceMap::append_verbatim(SourceSpan source) {
  if (source.empty())
    return;
  const std::size_t length = source.size();
  if (!pieces_.empty() && pieces_.back().kind == Kind::verbatim &&
      pieces_.back().source.end == source.begin) {
    pieces_.back().source.end = source.end;
    pieces_.back().text_length += length;
  } else {
    pieces_.push_back({text_size_, length, source, Kind::verbatim});
  }
  text_size_ += length;
}

void SourceMap::append_replaced(std::size_t text_length, SourceSpan source) {
  pieces_.push_back({text_size_, text_length, source, Kind::replaced});
  text_size_ += text_length;
}

void SourceMap::append_base64(std::size_t text_length, SourceSpan source) {
  assert(text_length == 0 || base64_begin(text_length - 1) + 2 <= source.size());
  append_base64_at(text_length, source.begin, 0);
}

void SourceMap::append_base64_at(std::size_t text_length, std::size_t source_begin,
                                 std::size_t phase) {
  if (text_length == 0)
    return;
  const std::size_t group = source_begin - phase;
  const SourceSpan source{source_begin, group + base64_begin(phase + text_length - 1) + 2};
  Piece* last = pieces_.empty() ? nullptr : &pieces_.back();
  const bool continues =
      last != nullptr && last->kind == Kind::base64 &&
      (last->phase + last->text_length) % 3 == phase &&
      last->source.begin - last->phase + base64_begin(last->phase + last->text_length) ==
          source_begin;
  if (continues) {
    last->text_length += text_length;
    last->source.end = source.end;
  } else {
    pieces_.push_back(
        {text_size_, text_length, source, Kind::base64, static_cast<unsigned char>(phase)});
  }
  text_size_ += text_length;
}

void SourceMap::append_mapped(const SourceMap& inner, TextSpan span) {
  assert(span.end <= inner.text_size_);
  while (span.begin < span.end) {
    const Piece* piece = inner.find(span.begin);
    const std::size_t end = std::min(span.end, piece->text_begin + piece->text_length);
    const SourceSpan source = piece->source_of({span.begin, end});
    switch (piece->kind) {
      case Kind::verbatim:
        append_verbatim(source);
        break;
      case Kind::replaced:
        append_replaced(end - span.begin, source);
        break;
      case Kind::base64:
        append_base64_at(end - span.begin, source.begin,
                         (piece->phase + (span.begin - piece->text_begin)) % 3);
        break;
    }
    span.begin = end;
  }
}

void SourceMap::append_composed(const SourceMap& inner, const SourceMap& outer) {
  for (const Piece& piece : inner.pieces_) {
    const TextSpan middle{piece.source.begin, piece.source.end};
    switch (piece.kind) {
      case Kind::verbatim:
        append_mapped(outer, middle);
        break;
      case Kind::replaced:
        append_replaced(piece.text_length, outer.to_source(middle));
        break;
      case Kind::base64:
        if (outer.is_verbatim(middle)) {
          append_base64_at(piece.text_length, outer.to_source(middle).begin, piece.phase);
          break;
        }
        // The characters are themselves decoded from something, so each byte has a place of its
        // own.
        for (std::size_t at = piece.text_begin; at < piece.text_begin + piece.text_length; ++at) {
          const SourceSpan byte = piece.source_of({at, at + 1});
          append_replaced(1, outer.to_source({byte.begin, byte.end}));
        }
        break;
    }
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

// `span` without the pieces at its ends whose source is empty, such as the mark of a list item.
TextSpan SourceMap::without_made_up_ends(TextSpan span) const {
  TextSpan rest = span;
  while (rest.begin < rest.end) {
    const Piece* piece = find(rest.begin);
    if (!piece->source.empty())
      break;
    rest.begin = std::min(rest.end, piece->text_begin + piece->text_length);
  }
  while (rest.begin < rest.end) {
    const Piece* piece = find(rest.end - 1);
    if (!piece->source.empty())
      break;
    rest.end = std::max(rest.begin, piece->text_begin);
  }
  return rest.empty() ? span : rest;
}

SourceSpan SourceMap::to_source(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= text_size_);
  span = without_made_up_ends(span);
  const Piece* first = find(span.begin);
  if (first == nullptr)
    return {};
  const std::size_t first_end = first->text_begin + first->text_length;
  if (span.empty()) {
    std::size_t place = first->source.begin;
    if (span.begin >= first_end)
      place = first->source.end;
    else if (first->kind != Kind::replaced)
      place = first->source_of({span.begin, span.begin + 1}).begin;
    return {place, place};
  }
  const Piece* last = find(span.end - 1);
  const SourceSpan begin = first->source_of({span.begin, std::min(span.end, first_end)});
  const SourceSpan end = last->source_of({std::max(span.begin, last->text_begin), span.end});
  return {std::min(begin.begin, end.begin), std::max(begin.end, end.end)};
}

std::vector<SourceSpan> SourceMap::runs(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= text_size_);
  std::vector<SourceSpan> runs;
  while (span.begin < span.end) {
    const Piece* piece = find(span.begin);
    const std::size_t end = std::min(span.end, piece->text_begin + piece->text_length);
    const SourceSpan source = piece->source_of({span.begin, end});
    if (runs.empty() || runs.back().end != source.begin)
      runs.push_back(source);
    else
      runs.back().end = source.end;
    span.begin = end;
  }
  return runs;
}

bool SourceMap::cuts_piece(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= text_size_);
  const auto cuts_at = [&](std::size_t offset) {
    if (offset == 0 || offset == text_size_)
      return false;
    const Piece* piece = find(offset);
    return piece->kind == Kind::replaced && piece->text_begin < offset;
  };
  return cuts_at(span.begin) || cuts_at(span.end);
}

bool SourceMap::is_verbatim(TextSpan span) const {
  assert(span.begin <= span.end && span.end <= text_size_);
  const Piece* piece = find(span.begin);
  if (piece == nullptr)
    return span.empty();
  switch (piece->kind) {
    case Kind::verbatim:
      return span.end <= piece->text_begin + piece->text_length;
    case Kind::replaced:
      return span.empty() && span.begin == piece->text_begin;
    case Kind::base64:
      return false;
  }
  return false;
}

}  // namespace mailcheck
