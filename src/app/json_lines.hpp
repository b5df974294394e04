#pragma once

// Drafts as JSON Lines, one object a line, as other programs hand them on: {"text": "…"}, and what
// to call it. Read line by line, so that a stream may be endless; a bad line is an error of its own
// and the next one counts again.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.hpp"
#include "base/result.hpp"
#include "mail/source.hpp"

namespace mailcheck {

/// Bytes of a line; a draft of `draft_size_limit` fits, however it is escaped.
inline constexpr std::size_t json_line_limit = std::size_t{8} << 20;

/// Whether a file is read as JSON Lines by its name: `.jsonl` and `.ndjson`.
[[nodiscard]] bool is_json_lines_name(std::string_view path);

class JsonLines {
 public:
  /// `name`: what the file is called, and with it every draft that has no name of its own.
  JsonLines(std::unique_ptr<ByteStream> bytes, std::string name);

  /// The draft of the next line that is not blank, or what is wrong with that line; none at the
  /// end. When the file cannot be read any further, that is the last.
  [[nodiscard]] std::optional<Result<Source>> next();

 private:
  /// Bytes of the next line without its end; none at the end of the file.
  [[nodiscard]] Result<std::optional<std::string_view>> next_line();
  [[nodiscard]] Result<void> grow();
  [[nodiscard]] Result<Source> draft_of(std::string_view line) const;
  [[nodiscard]] Error error_at(std::size_t column, std::string message) const;

  std::unique_ptr<ByteStream> input_;
  std::string name_;
  std::string held_;          // What is read and not handed on yet, from `begin_` on.
  std::size_t begin_ = 0;     // Of the next line.
  std::size_t searched_ = 0;  // No line end before this.
  std::size_t line_ = 0;      // Number of the line at hand, from 1.
  bool is_last_ = false;      // The file ends where `held_` ends.
  bool is_too_long_ = false;  // The line at hand, of which only the end is held.
};

}  // namespace mailcheck
