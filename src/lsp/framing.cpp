#include "lsp/framing.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view length_field = "content-length:";

struct Header {
  std::size_t length = 0;
  std::string fault;
};

/// A decimal number; nothing when it is none or too large for any length.
std::optional<std::size_t> read_number(std::string_view text) {
  constexpr std::size_t digit_limit = 18;
  if (text.empty() || text.size() > digit_limit ||
      !std::all_of(text.begin(), text.end(), is_ascii_digit))
    return std::nullopt;
  std::size_t number = 0;
  for (const char c : text)
    number = 10 * number + static_cast<std::size_t>(c - '0');
  return number;
}

Header read_fields(std::string_view text) {
  std::optional<std::size_t> length;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!starts_ignoring_case(line, length_field))
      continue;  // Content-Type says nothing but UTF-8
    const std::optional<std::size_t> number = read_number(trim(line.substr(length_field.size())));
    if (!number)
      return {.fault = "The header of a message has a Content-Length that is no number."};
    if (length && *length != *number)
      return {.fault = "The header of a message has two different lengths."};
    length = number;
  }
  if (!length)
    return {.fault = "The header of a message has no Content-Length."};
  return {.length = *length, .fault = {}};
}

/// Where the header ends and where the message begins: an empty line, with CRLF or only LF.
std::optional<std::pair<std::size_t, std::size_t>> header_end(std::string_view text,
                                                              std::size_t from) {
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1, 2);
    if (rest.starts_with('\n'))
      return std::pair(at, at + 2);
    if (rest == "\r\n")
      return std::pair(at, at + 3);
  }
  return std::nullopt;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
  const std::size_t skipped = std::min(to_skip_, bytes.size());
  to_skip_ -= skipped;
  buffer_.append(bytes.substr(skipped));
}

std::optional<Frame> FrameReader::next() {
  if (is_lost_)
    skip_to_header();
  std::optional<Frame> frame = length_ ? read_content() : read_header();
  if (!frame && length_)
    frame = read_content();
  compact();
  return frame;
}

/// Leaves at `start_` what may be the beginning of a header. A message does not end its last line,
/// so that the next header may also follow its last bracket.
void FrameReader::skip_to_header() {
  for (std::size_t at = start_; at < buffer_.size(); ++at) {
    if (at > start_ && buffer_[at - 1] != '\n' && buffer_[at - 1] != '}')
      continue;
    const std::string_view head = std::string_view(buffer_).substr(at, length_field.size());
    if (!equal_ignoring_case(head, length_field.substr(0, head.size())))
      continue;
    start_ = at;
    is_lost_ = head.size() < length_field.size();
    return;
  }
  if (start_ == buffer_.size())
    return;
  // Of what is of no use only the last byte tells whether a header may follow.
  const char last = buffer_.back();
  buffer_.resize(start_);
  buffer_ += last == '\n' || last == '}' ? last : '-';
}

Frame FrameReader::resynchronize(std::string fault) {
  is_lost_ = true;
  searched_ = 0;
  return {.content = {}, .fault = std::move(fault)};
}

std::optional<Frame> FrameReader::read_header() {
  if (is_lost_)
    return std::nullopt;
  const std::string_view text = std::string_view(buffer_).substr(start_);
  const auto end = header_end(text, searched_);
  if ((end ? end->first : text.size()) > message_header_limit) {
    const std::size_t line = text.find('\n');
    if (line == std::string_view::npos) {
      buffer_.resize(start_);
      buffer_ += '-';
    } else {
      start_ += line + 1;
    }
    return resynchronize(
        fmt::format("The header of a message is longer than {} bytes.", message_header_limit));
  }
  if (!end) {
    searched_ = text.size() - std::min<std::size_t>(text.size(), 2);
    return std::nullopt;
  }
  Header header = read_fields(text.substr(0, end->first));
  start_ += end->second;
  searched_ = 0;
  if (!header.fault.empty())
    return resynchronize(std::move(header.fault));
  if (header.length > message_size_limit) {
    const std::size_t here = std::min(header.length, buffer_.size() - start_);
    start_ += here;
    to_skip_ = header.length - here;
    return Frame{.content = {},
                 .fault = fmt::format("A message is longer than {} bytes and was not read.",
                                      message_size_limit)};
  }
  length_ = header.length;
  return std::nullopt;
}

std::optional<Frame> FrameReader::read_content() {
  if (buffer_.size() - start_ < *length_)
    return std::nullopt;
  Frame frame{.content = buffer_.substr(start_, *length_), .fault = {}};
  start_ += *length_;
  length_.reset();
  return frame;
}

/// Gives back what was read, but not for every small message.
void FrameReader::compact() {
  constexpr std::size_t worth_moving = std::size_t{64} << 10;
  if (start_ < worth_moving && start_ < buffer_.size())
    return;
  buffer_.erase(0, start_);
  start_ = 0;
  if (buffer_.capacity() > 2 * worth_moving && buffer_.size() < worth_moving)
    buffer_.shrink_to_fit();
}

std::string framed(std::string_view content) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", content.size(), content);
}

}  // namespace mailcheck
