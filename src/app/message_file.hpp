#pragma once

// One file, or standard input, held whole, and the messages in it: to write fixes into it, or to
// read it from its end. To go through its messages, app/message_stream.hpp holds less.

#include <cstddef>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/result.hpp"
#include "base/span.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Bytes of an mbox that is held whole; a larger one is an error that names the limit.
inline constexpr std::size_t mbox_size_limit = std::size_t{64} << 20;

class MessageFile {
 public:
  /// Takes the content of the file `path` apart. It is an mbox when its name says so or when it
  /// begins like one; but a message (`.eml`, `.mail`) that has a “From ” line above it stays as it
  /// is, unless there is a second one.
  MessageFile(std::string path, std::string bytes, SourceFormat format);

  /// The whole file.
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] SourceFormat format() const { return format_; }

  /// None: an empty mbox.
  [[nodiscard]] std::size_t count() const { return messages_.size(); }

  /// The message of that number, from 1. Fails when it is larger than `draft_size_limit`.
  [[nodiscard]] Result<Source> message(std::size_t number) const;

 private:
  struct Message {
    SourceSpan span;
    std::size_t first_line;
  };
  void take_apart(const std::vector<SourceSpan>& spans);

  std::string path_;
  std::string bytes_;
  SourceFormat format_;
  bool is_mbox_ = false;
  std::vector<Message> messages_;
};

/// Reads the file at `path`, or standard input for “-”, which is called `name` from then on. Fails
/// when it cannot be read or is too large for a draft (`draft_size_limit`) or, if it is one, for an
/// mbox (`mbox_size_limit`).
[[nodiscard]] Result<MessageFile> read_messages(const FileSystem& files, const std::string& path,
                                                const std::string& name);

}  // namespace mailcheck
