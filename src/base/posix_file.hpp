#pragma once

// What the parts of DiskFileSystem share: descriptors that close, calls that are tried again,
// errors in words.

#include <string>
#include <string_view>

#include <sys/types.h>

#include "base/result.hpp"

namespace mailcheck {

/// What went wrong, for people: "permission denied". `code` is an `errno`.
[[nodiscard]] std::string reason(int code);
[[nodiscard]] Error file_error(const std::string& path, std::string message);

inline constexpr const char* file_has_changed =
    "was changed by another program meanwhile; nothing was written";

/// The system would cut such a path at its NUL and name another file.
[[nodiscard]] bool holds_nul(const std::string& path);

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  /// Negative when opening failed.
  [[nodiscard]] int number() const { return number_; }
  /// What `::close` returns; 0 when it is closed already.
  int close();

 private:
  int number_;
};

/// `::openat` with O_CLOEXEC, again after EINTR.
[[nodiscard]] int open_retrying(const std::string& path, int flags, mode_t mode = 0);
[[nodiscard]] int open_retrying(int folder, const std::string& path, int flags, mode_t mode = 0);

/// Writes all of it, however little the system takes at once. 0, or an `errno`.
[[nodiscard]] int write_all(int descriptor, std::string_view content);

}  // namespace mailcheck
