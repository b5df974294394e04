#include "mail/encoding/base64.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (is_ascii_digit(c))
    return c - '0' + 52;
  if (c == '+')
    return 62;
  return c == '/' ? 63 : -1;
}

bool is_space(char c) {
  return is_blank(c) || is_line_end(c) || c == '\f' || c == '\v';
}

std::size_t run_end(std::string_view bytes, std::size_t at, std::size_t end) {
  while (at < end && base64_value(bytes[at]) >= 0)
    ++at;
  return at;
}

// Three bytes of four values.
std::array<char, 3> decoded_group(std::uint32_t bits) {
  return {static_cast<char>(static_cast<unsigned char>(bits >> 16)),
          static_cast<char>(static_cast<unsigned char>(bits >> 8)),
          static_cast<char>(static_cast<unsigned char>(bits))};
}

/// Puts groups of four characters together.
class Groups {
 public:
  explicit Groups(std::string_view bytes) : bytes_(bytes) {}

  /// No group is begun.
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] DecodedText& text() { return text_; }

  /// Decodes the whole groups that stand without a break from `at` on; returns where they end.
  std::size_t add_run(std::size_t at, std::size_t end) {
    if (count_ != 0)
      return at;
    const std::size_t whole = (run_end(bytes_, at, end) - at) / 4 * 4;
    for (std::size_t i = at; i < at + whole; i += 4) {
      std::uint32_t bits = 0;
      for (std::size_t k = 0; k < 4; ++k)
        bits = bits << 6U | static_cast<std::uint32_t>(base64_value(bytes_[i + k]));
      const std::array<char, 3> group = decoded_group(bits);
      text_.text.append(group.data(), group.size());
    }
    text_.map.append_base64(whole / 4 * 3, {at, at + whole});
    return at + whole;
  }

  /// Adds the one character at `at`, of that value.
  void add(std::size_t at, int value) {
    places_[count_] = at;
    values_[count_] = static_cast<std::uint32_t>(value);
    ++count_;
    if (count_ == 4)
      finish();
  }

  /// Ends a group, whole or padded. False when it is a single character, which is no byte.
  bool finish() {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 4; ++k)
      bits = bits << 6U | (k < count_ ? values_[k] : 0);
    const std::array<char, 3> group = decoded_group(bits);
    for (std::size_t k = 0; k + 1 < count_; ++k)
      text_.append_replaced(std::string_view(&group[k], 1), {places_[k], places_[k + 1] + 1});
    const bool is_byte = count_ != 1;
    count_ = 0;
    return is_byte;
  }

 private:
  std::string_view bytes_;
  DecodedText text_;
  std::size_t count_ = 0;  // Characters of the group that is begun, which a line break may cut.
  std::array<std::size_t, 4> places_{};
  std::array<std::uint32_t, 4> values_{};
};

// Whether `rest` of a line begins as base64 does: with a whole line, or with whole groups up to its
// padding or end.
bool goes_on(std::string_view rest) {
  constexpr std::size_t window = 60;
  constexpr std::size_t certain = 40;
  rest = rest.substr(0, window);
  const std::size_t run = run_end(rest, 0, rest.size());
  std::size_t end = run;
  while (end < rest.size() && end < run + 2 && rest[end] == '=')
    ++end;
  if (end >= certain)
    return true;
  return run > 1 && end % 4 == 0 && (end > run || trim(rest.substr(end)).empty());
}

// Whether a line is prose or a ruler, not base64 with a fault or two.
bool is_prose(std::string_view line) {
  if (goes_on(line))
    return false;
  std::size_t foreign = 0;
  std::size_t characters = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_space(line[i]))
      continue;
    ++characters;
    if (base64_value(line[i]) < 0 && line[i] != '=')
      ++foreign;
    if (i == 0 || is_space(line[i - 1]))
      ++words;
  }
  constexpr std::size_t long_word = 16;
  return foreign * 2 > characters || (foreign > 0 && words > 1) ||
         (words > 2 && characters < words * long_word);
}

class BodyDecoder {
 public:
  BodyDecoder(std::string_view bytes, SourceSpan span, std::vector<Note>& notes)
      : bytes_(bytes), span_(span), notes_(notes), groups_(bytes) {}

  DecodedText decode() {
    std::size_t at = span_.begin;
    while (at < span_.end && !is_over_) {
      const std::size_t begin = at;
      while (at < span_.end && !is_line_end(bytes_[at]))
        ++at;
      add_line({begin, at});
      at += at < span_.end ? 1 : 0;
    }
    if (!groups_.empty() && !groups_.finish())
      note({span_.end, span_.end}, "The base64 text is cut off");
    return std::move(groups_.text());
  }

 private:
  void add_line(SourceSpan line) {
    if (groups_.empty() && is_prose(slice(bytes_, line))) {
      is_over_ = true;
      if (groups_.text().text.empty()) {
        note(line, "The text is not base64, although its header says so");
        groups_.text().append_verbatim(bytes_, {line.begin, span_.end});
      } else {
        note(line, "The text after the end of the base64 text was not read");
      }
      return;
    }
    for (std::size_t at = line.begin; at < line.end && !is_over_;)
      at = add_at(at, line.end);
  }

  // Reads what stands at `at` and returns where that ends.
  std::size_t add_at(std::size_t at, std::size_t end) {
    const char c = bytes_[at];
    if (is_space(c))
      return at + 1;
    if (c == '=') {
      if (!groups_.empty() && !groups_.finish())
        note({at, at + 1}, "A character of the base64 text is missing");
      is_padded_ = true;
      return at + 1;
    }
    if (is_padded_ && !goes_on(bytes_.substr(at, end - at))) {
      note({at, end}, "The text after the end of the base64 text was not read");
      is_over_ = true;
      return end;
    }
    is_padded_ = false;
    const std::size_t after_run = groups_.add_run(at, end);
    if (after_run != at)
      return after_run;
    if (const int value = base64_value(c); value >= 0)
      groups_.add(at, value);
    else
      note({at, at + 1}, "A character that does not belong in base64 was skipped");
    return at + 1;
  }

  void note(SourceSpan span, const char* message) {
    add_note(notes_, NoteKind::broken_encoding, span, message);
  }

  std::string_view bytes_;
  SourceSpan span_;
  std::vector<Note>& notes_;
  Groups groups_;
  bool is_padded_ = false;  // Padding was the last thing read.
  bool is_over_ = false;
};

}  // namespace

DecodedText decode_base64(std::string_view bytes, SourceSpan span, std::vector<Note>& notes) {
  return BodyDecoder(bytes, span, notes).decode();
}

std::optional<DecodedText> decode_b(std::string_view bytes, SourceSpan span) {
  Groups groups(bytes);
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t after_run = groups.add_run(at, span.end);
    if (after_run != at) {
      at = after_run;
      continue;
    }
    const char c = bytes[at];
    if (const int value = base64_value(c); value >= 0)
      groups.add(at, value);
    else if (c == '=')
      groups.finish();
    else if (!is_space(c))
      return std::nullopt;
    ++at;
  }
  groups.finish();
  return std::move(groups.text());
}

}  // namespace mailcheck
