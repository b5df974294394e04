#pragma once

// Takes the bytes of a connection apart into messages: a header with the length of the message,
// an empty line, the message (Language Server Protocol 3.17, base protocol). What a broken client
// sends is skipped up to the next header that can be read.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mailcheck {

/// Bytes of the header of one message.
inline constexpr std::size_t message_header_limit = std::size_t{4} << 10;
/// Bytes of one message; a longer one is skipped and reported.
inline constexpr std::size_t message_size_limit = std::size_t{16} << 20;

/// A message, or what is wrong with what came in its place.
struct Frame {
  std::string content;
  std::string fault;  ///< Complete, with the period; then `content` is empty.
};

class FrameReader {
 public:
  /// Takes the next bytes that came in.
  void feed(std::string_view bytes);
  /// The next message or fault; nothing when more bytes are needed.
  [[nodiscard]] std::optional<Frame> next();

 private:
  [[nodiscard]] std::optional<Frame> read_header();
  [[nodiscard]] std::optional<Frame> read_content();
  [[nodiscard]] Frame resynchronize(std::string fault);
  void skip_to_header();
  void compact();

  std::string buffer_;
  std::size_t start_ = 0;              // of what is not taken yet
  std::size_t searched_ = 0;           // up to here there is no end of the header
  std::optional<std::size_t> length_;  // of the message whose header was read
  std::size_t to_skip_ = 0;            // bytes of a message that is too long
  bool is_lost_ = false;               // a header was broken, and the next one is searched
};

/// A message with its header.
[[nodiscard]] std::string framed(std::string_view content);

}  // namespace mailcheck
