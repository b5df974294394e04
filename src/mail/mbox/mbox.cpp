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
  while (end > 0 && is_blank(bytes[end - 1]))
    --end;
  return end == 0 || is_line_end(bytes[end - 1]);
}

std::size_t skip_empty_start(std::string_view bytes) {
  std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (at < bytes.size() && is_line_end(bytes[at]))
    ++at;
  return at;
}

class Splitter {
 public:
  explicit Splitter(std::string_view bytes) : bytes_(bytes) {}

  std::vector<SourceSpan> split() {
    const std::size_t start = skip_empty_start(bytes_);
    if (start == bytes_.size())
      return {};
    std::vector<SourceSpan> messages;
    // At the start of the file a “From ” line of any form is one, if a field stands below it.
    const bool begins_here =
        is_separator(start) ||
        (bytes_.substr(start).starts_with(from) && is_field_at(bytes_, after_line(bytes_, start)));
    std::size_t begin = begins_here ? after_separator(start) : start;
    std::size_t next = find_separator(begin);
    while (true) {
      const Cut cut = cut_at(begin, next);
      messages.push_back(cut.message);
      if (cut.separator >= bytes_.size())
        return messages;
      begin = after_separator(cut.separator);
      // Where a length has cut the message short of `next`, that is still the next one, and
      // searching again would be quadratic.
      if (next < begin)
        next = find_separator(begin);
    }
  }

 private:
  struct Cut {
    SourceSpan message;
    std::size_t separator;  // Where the next “From ” line begins, or the end of the file.
  };

  [[nodiscard]] bool is_separator(std::size_t at) const {
    const std::string_view line = short_line_at(bytes_, at);
    if (is_dated_from_line(line))
      return is_after_empty_line(bytes_, at) || is_field_at(bytes_, after_line(bytes_, at));
    return is_undated_from_line(line) && is_after_empty_line(bytes_, at) &&
           is_field_at(bytes_, after_line(bytes_, at));
  }

  /// The first separator at or after `at`, or the end.
  [[nodiscard]] std::size_t find_separator(std::size_t at) const {
    for (at = bytes_.find(from, at); at != std::string_view::npos; at = bytes_.find(from, at + 1)) {
      if ((at == 0 || is_line_end(bytes_[at - 1])) && is_separator(at))
        return at;
    }
    return bytes_.size();
  }

  /// Beyond the “From ” line, and the quoted ones that mail on its way by UUCP has below it.
  [[nodiscard]] std::size_t after_separator(std::size_t at) const {
    at = after_line(bytes_, at);
    while (bytes_.substr(at).starts_with(quoted_from))
      at = after_line(bytes_, at);
    return at;
  }

  [[nodiscard]] Cut cut_at(std::size_t begin, std::size_t next) const {
    if (const std::optional<std::size_t> end = stated_end(begin, next))
      return {{begin, *end}, skip_line_breaks(*end)};
    return {{begin, std::max(begin, before_empty_line(next))}, next};
  }

  /// `at` without the empty line above it.
  [[nodiscard]] std::size_t before_empty_line(std::size_t at) const {
    const std::size_t end = before_line_break(bytes_, at);
    return before_line_break(bytes_, end) < end || end == 0 ? end : at;
  }

  /// Where the message ends by its Content-Length, if that can be believed. Its header block ends
  /// before `next` at the latest.
  [[nodiscard]] std::optional<std::size_t> stated_end(std::size_t begin, std::size_t next) const {
    std::optional<std::size_t> length;
    std::size_t at = begin;
    while (at < next) {
      const std::string_view line = line_at(bytes_, at);
      const std::size_t after = after_line_break(bytes_, at + line.size());
      if (line.empty())
        break;
      if (!length)
        length = content_length(line);
      at = after;
    }
    const std::size_t body = after_line_break(bytes_, at);
    if (!length || at >= next || *length > bytes_.size() - body)
      return std::nullopt;
    const std::size_t end = body + *length;
    const std::size_t after = skip_line_breaks(end);
    const bool at_line_start = end == body || after > end || is_line_end(bytes_[end - 1]);
    if (after == bytes_.size() ||
        (at_line_start && is_dated_from_line(short_line_at(bytes_, after))))
      return end;
    return std::nullopt;
  }

  static std::optional<std::size_t> content_length(std::string_view line) {
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

  /// A writer may count the line end of the last line or not, and the empty line or not.
  [[nodiscard]] std::size_t skip_line_breaks(std::size_t at) const {
    return after_line_break(bytes_, after_line_break(bytes_, at));
  }

  std::string_view bytes_;
};

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

std::vector<SourceSpan> split_mbox(std::string_view bytes) {
  return Splitter(bytes).split();
}

}  // namespace mailcheck
