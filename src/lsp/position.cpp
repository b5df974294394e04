#include "lsp/position.hpp"

#include <algorithm>
#include <iterator>

namespace mailcheck {
namespace {

/// Bytes between two known sums.
constexpr std::size_t stride = 512;

struct EncodingName {
  std::string_view name;
  PositionEncoding encoding;
};
constexpr EncodingName encoding_names[] = {{"utf-8", PositionEncoding::utf8},
                                           {"utf-16", PositionEncoding::utf16},
                                           {"utf-32", PositionEncoding::utf32}};

/// The units of the code point that begins with this byte; none for the bytes that follow it, so
/// that bytes can be counted one by one.
std::size_t units_of(char byte, PositionEncoding encoding) {
  const auto value = static_cast<unsigned char>(byte);
  if (encoding == PositionEncoding::utf8)
    return 1;
  if ((value & 0xC0U) == 0x80U)
    return 0;
  return encoding == PositionEncoding::utf16 && value >= 0xF0U ? 2 : 1;
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::optional<std::size_t> read_count(const Json& json) {
  const std::optional<std::int64_t> number = json.integer();
  if (!number || *number < 0)
    return std::nullopt;
  return static_cast<std::size_t>(*number);
}

}  // namespace

std::string_view name_of(PositionEncoding encoding) {
  for (const EncodingName& known : encoding_names) {
    if (known.encoding == encoding)
      return known.name;
  }
  return {};
}

std::optional<PositionEncoding> encoding_named(std::string_view name) {
  for (const EncodingName& known : encoding_names) {
    if (known.name == name)
      return known.encoding;
  }
  return std::nullopt;
}

std::size_t count_units(std::string_view text, PositionEncoding encoding) {
  std::size_t count = 0;
  for (const char c : text)
    count += units_of(c, encoding);
  return count;
}

Json json_of(const Position& position) {
  return Json::Object{{"line", position.line}, {"character", position.character}};
}

Json json_of(const Range& range) {
  return Json::Object{{"start", json_of(range.start)}, {"end", json_of(range.end)}};
}

std::optional<Position> read_position(const Json& json) {
  const std::optional<std::size_t> line = read_count(json["line"]);
  const std::optional<std::size_t> character = read_count(json["character"]);
  if (!line || !character)
    return std::nullopt;
  return Position{*line, *character};
}

std::optional<Range> read_range(const Json& json) {
  const std::optional<Position> start = read_position(json["start"]);
  const std::optional<Position> end = read_position(json["end"]);
  if (!start || !end)
    return std::nullopt;
  return Range{*start, *end};
}

PositionMap::PositionMap(std::string_view text, PositionEncoding encoding)
    : text_(text), encoding_(encoding), starts_{0} {
  std::size_t units = 0;
  units_.reserve(text.size() / stride + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % stride == 0)
      units_.push_back(units);
    units += units_of(text[i], encoding);
    const bool lone_cr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || lone_cr)
      starts_.push_back(i + 1);
  }
  units_.push_back(units);
}

std::size_t PositionMap::units_before(std::size_t offset) const {
  const std::size_t known = offset / stride;
  const std::size_t from = known * stride;
  if (offset == text_.size())
    return units_.back();
  return units_[known] + count_units(text_.substr(from, offset - from), encoding_);
}

Position PositionMap::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - starts_.begin()) - 1;
  // Between CR and LF there is no position; the end of the line is before both.
  offset = std::min(offset, line_end(line));
  return {line, units_before(offset) - units_before(starts_[line])};
}

std::size_t PositionMap::line_end(std::size_t number) const {
  if (number + 1 >= starts_.size())
    return text_.size();
  std::size_t end = starts_[number + 1] - 1;
  if (text_[end] == '\n' && end > starts_[number] && text_[end - 1] == '\r')
    --end;
  return end;
}

std::size_t PositionMap::offset(Position position) const {
  if (position.line >= starts_.size())
    return text_.size();
  const std::size_t start = starts_[position.line];
  const std::size_t end = line_end(position.line);
  const std::size_t before = units_before(start);
  if (position.character >= units_before(end) - before)
    return end;
  const std::size_t wanted = before + position.character;
  const auto known = std::prev(std::upper_bound(units_.begin(), units_.end(), wanted));
  std::size_t at =
      std::min(static_cast<std::size_t>(known - units_.begin()) * stride, text_.size());
  std::size_t units = *known;
  if (at < start) {
    at = start;
    units = before;
  }
  while (at < end && units + units_of(text_[at], encoding_) <= wanted)
    units += units_of(text_[at++], encoding_);
  while (at > start && at < text_.size() && is_continuation(text_[at]))
    --at;
  return at;
}

SourceSpan PositionMap::span(const Range& range) const {
  const std::size_t begin = offset(range.start);
  return {begin, std::max(begin, offset(range.end))};
}

std::string_view PositionMap::line(std::size_t number) const {
  if (number >= starts_.size())
    return {};
  return text_.substr(starts_[number], line_end(number) - starts_[number]);
}

std::size_t PositionMap::line_start(std::size_t number) const {
  return number < starts_.size() ? starts_[number] : text_.size();
}

}  // namespace mailcheck
