#pragma once

// The one door to the file system. Everything above takes a `FileSystem`, so that tests can pass a
// map and nothing but `app/` ever touches the disk.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mailcheck {

enum class FileKind { missing, regular, folder, other, unreadable };

/// Bytes that are read from their first to their last, a piece at a time.
class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  virtual ~ByteStream() = default;

  /// Puts up to `count` bytes to `to` and says how many; 0 at the end, and only there.
  [[nodiscard]] virtual Result<std::size_t> read(char* to, std::size_t count) = 0;
  /// About how many bytes there are in all, as far as that is known; else 0.
  [[nodiscard]] virtual std::size_t stated_size() const = 0;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// What `path` names, symbolic links followed. A socket, device or FIFO is `other`.
  [[nodiscard]] virtual FileKind kind(const std::string& path) const = 0;

  /// `path` as an absolute one without symbolic links; itself where there are none, or nothing.
  [[nodiscard]] virtual std::string resolved(const std::string& path) const { return path; }

  /// The whole content of a regular file. Fails, with the path in the error, on anything else and
  /// on a file of more than `limit` bytes (the error says so; nothing is read in part).
  [[nodiscard]] virtual Result<std::string> read(const std::string& path,
                                                 std::size_t limit) const = 0;

  /// The same piece by piece, for files that are larger than memory should be. It may outlive the
  /// file system.
  [[nodiscard]] virtual Result<std::unique_ptr<ByteStream>> open(const std::string& path) const = 0;

  /// Names (not paths) of the entries of a folder, sorted by byte, without `.` and `..`.
  [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0;

  /// Writes a new file; fails when `path` exists already, and then leaves it as it was.
  virtual Result<void> create(const std::string& path, std::string_view content) = 0;

  /// Puts `content` in the place of the regular file `path`, whose content must still be
  /// `expected`; symbolic links are followed. All or nothing: after a failure, and after a crash at
  /// any moment, the file is as it was. Mode, owner, group and extended attributes stay. Fails on a
  /// file with several hard links, which could not stay one, and on one that has changed.
  virtual Result<void> replace(const std::string& path, std::string_view expected,
                               std::string_view content) = 0;
};

/// The disk.
class DiskFileSystem final : public FileSystem {
 public:
  [[nodiscard]] FileKind kind(const std::string& path) const override;
  [[nodiscard]] std::string resolved(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override;
  Result<void> create(const std::string& path, std::string_view content) override;
  Result<void> replace(const std::string& path, std::string_view expected,
                       std::string_view content) override;
};

/// A map of paths to contents, for tests. Folders exist where a path runs through them.
class MemoryFileSystem final : public FileSystem {
 public:
  explicit MemoryFileSystem(std::map<std::string, std::string> files = {})
      : files_(std::move(files)) {}

  [[nodiscard]] FileKind kind(const std::string& path) const override;
  [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override;
  [[nodiscard]] Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override;
  Result<void> create(const std::string& path, std::string_view content) override;
  Result<void> replace(const std::string& path, std::string_view expected,
                       std::string_view content) override;

 private:
  std::map<std::string, std::string> files_;
};

/// `bytes` as a stream.
[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::string bytes);

/// `folder` and `name` as one path. An absolute `name` stands alone; an empty folder is the
/// current.
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);
/// The folder part of a path, without the final slash; empty for a bare name, "/" for the root.
[[nodiscard]] std::string_view parent_path(std::string_view path);
/// The last component of a path.
[[nodiscard]] std::string_view file_name(std::string_view path);

}  // namespace mailcheck
