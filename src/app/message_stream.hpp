#pragma once

// The messages of one file, or of standard input, one after the other: a draft is one message, an
// mbox may hold any number and may be larger than memory. Only the message at hand is held.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "base/file.hpp"
#include "base/result.hpp"
#include "mail/mbox/mbox.hpp"
#include "mail/source.hpp"

namespace mailcheck {

class MessageStream {
 public:
  /// `name`: what the file is called. It is an mbox when its name says so or when it begins like
  /// one; but a message (`.eml`, `.mail`) that has a “From ” line above it stays as it is, unless
  /// there is a second one.
  MessageStream(std::unique_ptr<ByteStream> bytes, std::string name, SourceFormat format);

  /// The next message; none at the end. One of more than `draft_size_limit` is `is_too_large`.
  /// After an error there is nothing more to read.
  [[nodiscard]] Result<std::optional<Source>> next();

  /// Whether the file is an mbox; known after the first `next`.
  [[nodiscard]] bool is_mbox() const { return kind_ == Kind::mbox; }

 private:
  enum class Kind { unknown, draft, mbox, done };

  [[nodiscard]] Result<void> find_kind();
  [[nodiscard]] Result<std::optional<Source>> next_of_mbox();
  [[nodiscard]] Result<std::optional<Source>> whole_draft();
  [[nodiscard]] Source source_of(const MboxMessage& message);
  [[nodiscard]] Result<void> grow();
  void drop();
  void count_lines(std::size_t end);
  [[nodiscard]] MboxWindow window() const { return {held_, offset_, is_last_}; }
  /// The first message may turn out to be the only one, and then stays as it is.
  [[nodiscard]] bool may_stay_whole() const;

  std::unique_ptr<ByteStream> input_;
  std::string name_;
  SourceFormat format_;
  bool is_named_mbox_;
  Kind kind_ = Kind::unknown;

  std::string held_;  // Bytes of the file from `offset_` on.
  std::size_t offset_ = 0;
  bool is_last_ = false;  // The file ends where `held_` ends.
  MboxSplitter splitter_;
  std::size_t messages_ = 0;
  std::size_t counted_ = 0;  // The byte `counted_` of the file stands on its line `line_`.
  std::size_t line_ = 1;
  std::size_t large_line_ = 0;  // Of a message whose begin is not held any more.
};

/// Opens the file at `path`, which is called `name` from then on.
[[nodiscard]] Result<MessageStream> open_messages(const FileSystem& files, const std::string& path,
                                                  const std::string& name);

}  // namespace mailcheck
