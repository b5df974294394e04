#pragma once

// Takes an mbox file apart into its messages (RFC 4155 and the variants mboxo, mboxrd, mboxcl and
// mboxcl2). Raw bytes only; “>From ” is undone when the message is read
// (mail/mbox/from_quoting.hpp).

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace mailcheck {

/// A `Content-Length` of more bytes is not believed: what stands behind it would have to be held.
inline constexpr std::size_t believed_length_limit = std::size_t{4} << 20;

/// Whether the bytes begin like an mbox: “From ”, a sender, a date with its time, and on the next
/// line a header field. A byte order mark and empty lines may come first.
[[nodiscard]] bool is_mbox(std::string_view bytes);

/// Whether a file is called like an mbox: `.mbox`, `.mbx`, or just “mbox”.
[[nodiscard]] bool is_mbox_name(std::string_view path);

/// The part of a file that is in memory.
struct MboxWindow {
  std::string_view bytes;
  std::size_t offset = 0;  ///< Of its first byte in the file.
  bool is_last = false;    ///< The file ends where it ends.

  [[nodiscard]] std::size_t end() const { return offset + bytes.size(); }
};

/// One message of an mbox, in bytes of the file.
struct MboxMessage {
  SourceSpan span;
  bool is_last = false;  ///< There is none after it.
};

/// Finds the messages of an mbox one after the other, with only a part of the file in memory: each
/// from the line after its “From ” line to the empty line before the next one. A `Content-Length`
/// field is believed when a “From ” line or the end of the file stands where it says (mboxcl), so
/// that a “From ” at the start of a body line cuts nothing. Otherwise a “From ” line counts when it
/// has the form of one and an empty line stands above it or a header field below. What stands
/// before the first “From ” line, if it is not empty, is a message too. Linear.
class MboxSplitter {
 public:
  /// The next message; nothing when the window must grow to tell, or when it is the last and there
  /// are no more.
  [[nodiscard]] std::optional<MboxMessage> next(const MboxWindow& window);

  /// Where the message begins whose end is being looked for.
  [[nodiscard]] std::size_t message_begin() const { return begin_; }
  /// The message goes as far as here at least.
  [[nodiscard]] std::size_t known_end() const;
  /// To find the end, bytes of the file before this one are not needed any more; they may be left
  /// out of the window when it grows.
  [[nodiscard]] std::size_t needed_from() const;

 private:
  enum class State { start, from_line, below_from_line, header, length, body, end };

  [[nodiscard]] bool advance(const MboxWindow& window);
  [[nodiscard]] bool start(const MboxWindow& window);
  [[nodiscard]] bool skip_from_line(const MboxWindow& window);
  [[nodiscard]] bool skip_quoted(const MboxWindow& window);
  [[nodiscard]] bool read_header(const MboxWindow& window);
  [[nodiscard]] bool try_length(const MboxWindow& window);
  [[nodiscard]] bool find_separator(const MboxWindow& window);
  void cut(const MboxWindow& window, std::size_t end, std::size_t separator);

  State state_ = State::start;
  std::size_t begin_ = 0;  // of the message
  std::size_t at_ = 0;     // what is before it was looked at
  std::size_t body_ = 0;   // behind the empty line
  std::optional<std::size_t> length_;
  std::optional<MboxMessage> found_;
};

/// All messages of an mbox that is in memory.
[[nodiscard]] std::vector<SourceSpan> split_mbox(std::string_view bytes);

}  // namespace mailcheck
