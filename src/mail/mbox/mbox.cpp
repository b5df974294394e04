#include "mail/mbox/mbox.hpp"

#include <algorithm>
#include <optional>

#include "mail/ascii.hpp"
#include "mail/mbox/from_line.hpp"
#include "mail/raw_line.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view from = "From ";
constexpr std::string_view quoted_from = ">From ";
/// An empty line above a “From ” line may hold so many blanks.
constexpr std::size_t blank_limit = 4000;
/// What is looked at before a “From ” line: that line and its line breaks.
constexpr std::size_t lookback = 4096;
/// What is looked at from a “From ” line on: itself and the field below it.
constexpr std::size_t lookahead = 2 * (from_line_limit + 2);
/// A header block of more bytes gives no length.
constexpr std::size_t header_limit = std::size_t{1} << 20;

/// Where the line break ends that begins at `at`, or `at` when none does.
std::size_t after_line_break(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || !is_line_end(bytes[at]))
    return at;
  return at + (bytes.substr(at).starts_with("\r\n") ? std::size_t{2} : std::size_t{1});
}

/// Where the line break begins that ends at `at`, or `at` when none does.
std::size_t before_line_break(std::string_view bytes, std::size_t at) {
  if (at == 0 || !is_line_end(bytes[at - 1]))
    return at;
  return at - (bytes.substr(0, at).ends_with("\r\n") ? std::size_t{2} : std::size_t{1});
}

std::string_view line_at(std::string_view bytes, std::size_t at) {
  return raw_line_at(bytes, at).text(bytes);
}

/// The line at `at` as far as a “From ” line can go, so that looking twice costs little.
std::string_view short_line_at(std::string_view bytes, std::size_t at) {
  return line_at(bytes.substr(at, from_line_limit + 1), 0);
}

std::size_t after_line(std::string_view bytes, std::size_t at) {
  return raw_line_at(bytes, at).next;
}

/// A name of printable ASCII and a colon, RFC 5322 §2.2.
bool is_field_at(std::string_view bytes, std::size_t at) {
  std::size_t end = at;
  while (end < bytes.size() && end - at < from_line_limit && bytes[end] > ' ' &&
         bytes[end] < 0x7F && bytes[end] != ':')
    ++end;
  return end > at && end < bytes.size() && bytes[end] == ':';
}

bool is_after_empty_line(std::string_view bytes, std::size_t at) {
  std::size_t end = before_line_break(bytes, at);
  const std::size_t least = end - std::min(end, blank_limit);
  while (end > least && is_blank(bytes[end - 1]))
    --end;
  return end == 0 || is_line_end(bytes[end - 1]);
}

std::size_t skip_empty_start(std::string_view bytes) {
  std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (at < bytes.size() && is_line_end(bytes[at]))
    ++at;
  return at;
}

bool is_separator(std::string_view bytes, std::size_t at) {
  const std::string_view line = short_line_at(bytes, at);
  if (is_dated_from_line(line))
    return is_after_empty_line(bytes, at) || is_field_at(bytes, after_line(bytes, at));
  return is_undated_from_line(line) && is_after_empty_line(bytes, at) &&
         is_field_at(bytes, after_line(bytes, at));
}

/// `at` without the empty line above it.
std::size_t before_empty_line(std::string_view bytes, std::size_t at) {
  const std::size_t end = before_line_break(bytes, at);
  return before_line_break(bytes, end) < end || end == 0 ? end : at;
}

/// A writer may count the line end of the last line or not, and the empty line or not.
std::size_t skip_line_breaks(std::string_view bytes, std::size_t at) {
  return after_line_break(bytes, after_line_break(bytes, at));
}

std::optional<std::size_t> content_length(std::string_view line) {
  constexpr std::string_view name = "Content-Length:";
  if (!starts_ignoring_case(line, name))
    return std::nullopt;
  const std::string_view digits = trim(line.substr(name.size()));
  // Enough for any file there is, and never too large to add to an offset.
  if (digits.empty() || digits.size() > 15 ||
      !std::all_of(digits.begin(), digits.end(), is_ascii_digit))
    return std::nullopt;
  std::size_t value = 0;
  for (const char digit : digits)
    value = value * 10 + static_cast<std::size_t>(digit - '0');
  return value;
}

/// Whether a length leads from the start of a body to its end at `end`: the end of the file, or a
/// “From ” line at the start of a line.
bool is_believable_end(const MboxWindow& window, std::size_t body, std::size_t end) {
  const std::string_view bytes = window.bytes;
  const std::size_t after = skip_line_breaks(bytes, end);
  if (after == bytes.size())
    return window.is_last;
  const bool at_line_start = end == body || after > end || is_line_end(bytes[end - 1]);
  return at_line_start && is_dated_from_line(short_line_at(bytes, after));
}

}  // namespace

bool is_mbox(std::string_view bytes) {
  const std::size_t at = skip_empty_start(bytes);
  if (!is_dated_from_line(short_line_at(bytes, at)))
    return false;
  std::size_t below = after_line(bytes, at);
  while (bytes.substr(below).starts_with(quoted_from))
    below = after_line(bytes, below);
  return is_field_at(bytes, below);
}

bool is_mbox_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto ends_with = [&](std::string_view suffix) {
    return name.size() > suffix.size() &&
           equal_ignoring_case(name.substr(name.size() - suffix.size()), suffix);
  };
  return ends_with(".mbox") || ends_with(".mbx") || name == "mbox";
}

std::optional<MboxMessage> MboxSplitter::next(const MboxWindow& window) {
  found_.reset();
  while (!found_ && state_ != State::end) {
    if (!advance(window))
      return std::nullopt;
  }
  return found_;
}

std::size_t MboxSplitter::known_end() const {
  // But for the line breaks above the next “From ” line.
  constexpr std::size_t line_breaks = 4;
  return std::max(begin_, at_ - std::min(at_, line_breaks));
}

std::size_t MboxSplitter::needed_from() const {
  return at_ - std::min(at_, lookback);
}

/// One step; false when the window must grow before the next one.
bool MboxSplitter::advance(const MboxWindow& window) {
  switch (state_) {
    case State::start:
      return start(window);
    case State::from_line:
      return skip_from_line(window);
    case State::below_from_line:
      return skip_quoted(window);
    case State::header:
      return read_header(window);
    case State::length:
      return try_length(window);
    case State::body:
      return find_separator(window);
    case State::end:
      break;
  }
  return false;
}

bool MboxSplitter::start(const MboxWindow& window) {
  const std::string_view bytes = window.bytes;
  if (at_ == 0)
    at_ = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (at_ < window.end() && is_line_end(bytes[at_ - window.offset]))
    ++at_;
  const std::size_t at = at_ - window.offset;
  if (at + lookahead > bytes.size() && !window.is_last)
    return false;
  begin_ = at_;
  if (at == bytes.size()) {
    state_ = State::end;
    return true;
  }
  // At the start of the file a “From ” line of any form is one, if a field stands below it.
  const std::string_view line = short_line_at(bytes, at);
  const bool begins_here =
      is_separator(bytes, at) || (line.starts_with(from) && line.size() <= from_line_limit &&
                                  is_field_at(bytes, after_line(bytes, at)));
  state_ = begins_here ? State::from_line : State::header;
  return true;
}

bool MboxSplitter::skip_from_line(const MboxWindow& window) {
  const std::string_view bytes = window.bytes;
  const std::size_t end = bytes.find_first_of("\r\n", at_ - window.offset);
  if (end == std::string_view::npos || end + 1 == bytes.size()) {
    at_ = window.offset + std::min(end, bytes.size());
    if (!window.is_last)
      return false;
  }
  at_ = window.offset + after_line_break(bytes, std::min(end, bytes.size()));
  state_ = State::below_from_line;
  return true;
}

/// Mail on its way by UUCP has quoted “From ” lines below the first one.
bool MboxSplitter::skip_quoted(const MboxWindow& window) {
  const std::string_view rest = window.bytes.substr(at_ - window.offset);
  if (rest.size() < quoted_from.size() && !window.is_last)
    return false;
  begin_ = at_;
  length_.reset();
  state_ = rest.starts_with(quoted_from) ? State::from_line : State::header;
  return true;
}

/// Looks for a length, to the empty line below the header block or to the next “From ” line.
bool MboxSplitter::read_header(const MboxWindow& window) {
  const std::string_view bytes = window.bytes;
  while (at_ < window.end() && at_ - begin_ <= header_limit) {
    const std::size_t at = at_ - window.offset;
    const std::size_t next = after_line(bytes, at);
    if (next + lookahead > bytes.size() && !window.is_last) {
      if (window.end() - begin_ <= header_limit + lookahead)
        return false;
      break;
    }
    const std::string_view line = line_at(bytes, at);
    if (line.empty()) {
      body_ = window.offset + next;
      state_ = length_ && *length_ <= believed_length_limit ? State::length : State::body;
      return true;
    }
    if (line.starts_with(from) && is_separator(bytes, at))
      break;
    if (!length_)
      length_ = content_length(line);
    at_ = window.offset + next;
  }
  if (at_ == window.end() && !window.is_last)
    return false;
  state_ = State::body;
  return true;
}

bool MboxSplitter::try_length(const MboxWindow& window) {
  const std::string_view bytes = window.bytes;
  const std::size_t body = body_ - window.offset;
  const std::size_t end = body + *length_;
  if (end + lookahead > bytes.size() && !window.is_last)
    return false;
  if (end <= bytes.size() && is_believable_end(window, body, end)) {
    cut(window, window.offset + end, window.offset + skip_line_breaks(bytes, end));
    return true;
  }
  state_ = State::body;
  return true;
}

bool MboxSplitter::find_separator(const MboxWindow& window) {
  const std::string_view bytes = window.bytes;
  for (std::size_t at = at_ - window.offset;; ++at) {
    at = std::min(bytes.find(from, at), bytes.size());
    if (at + lookahead > bytes.size() && !window.is_last) {
      // The window may end within “From ”.
      const std::size_t undecided = bytes.size() - std::min(bytes.size(), from.size());
      at_ = std::max(at_, window.offset + std::min(at, undecided));
      return false;
    }
    const bool is_line_start = at == 0 || is_line_end(bytes[at - 1]);
    if (at < bytes.size() && !(is_line_start && is_separator(bytes, at)))
      continue;
    const std::size_t end = window.offset + before_empty_line(bytes, at);
    cut(window, std::max(begin_, end), window.offset + at);
    return true;
  }
}

void MboxSplitter::cut(const MboxWindow& window, std::size_t end, std::size_t separator) {
  const bool is_last = window.is_last && separator >= window.end();
  found_ = MboxMessage{{begin_, end}, is_last};
  at_ = separator;
  begin_ = separator;
  state_ = is_last ? State::end : State::from_line;
}

std::vector<SourceSpan> split_mbox(std::string_view bytes) {
  MboxSplitter splitter;
  std::vector<SourceSpan> messages;
  while (const std::optional<MboxMessage> message = splitter.next({bytes, 0, true}))
    messages.push_back(message->span);
  return messages;
}

}  // namespace mailcheck
