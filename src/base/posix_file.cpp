#include "base/posix_file.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace mailcheck {

std::string reason(int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return "no such file";
    case EISDIR:
      return "is a folder";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EEXIST:
      return "exists already";
    case ELOOP:
      return "too many symbolic links";
    case ENOSPC:
    case EDQUOT:
      return "no space left";
    default:
      break;
  }
  // std::generic_category does not follow the locale, as strerror may.
  std::string text = std::generic_category().message(code);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

Error file_error(const std::string& path, std::string message) {
  return Error{.message = std::move(message), .file = path};
}

bool holds_nul(const std::string& path) {
  return path.find('\0') != std::string::npos;
}

int Descriptor::close() {
  const int number = std::exchange(number_, -1);
  return number < 0 ? 0 : ::close(number);
}

int open_retrying(int folder, const std::string& path, int flags, mode_t mode) {
  int number = -1;
  do {
    number = ::openat(folder, path.c_str(), flags | O_CLOEXEC, mode);
  } while (number < 0 && errno == EINTR);
  return number;
}

int open_retrying(const std::string& path, int flags, mode_t mode) {
  return open_retrying(AT_FDCWD, path, flags, mode);
}

int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t count = ::write(descriptor, content.data(), content.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return errno;
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace mailcheck
