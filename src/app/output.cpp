#include "app/output.hpp"

#include <cerrno>
#include <cstddef>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace mailcheck {
namespace {

constexpr std::size_t buffer_size = 64 * 1024;

}  // namespace

void Output::write(std::string_view text) {
  if (state_ != State::open)
    return;
  buffer_ += text;
  if (buffer_.size() >= buffer_size)
    flush();
}

void Output::flush() {
  if (!buffer_.empty() && state_ == State::open && before_writing_)
    before_writing_();
  std::string_view rest = buffer_;
  while (!rest.empty() && state_ == State::open) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
      continue;
    }
    const int error = errno;
    if (error == EINTR)
      continue;
    state_ = error == EPIPE ? State::closed : State::failed;
    problem_ = std::generic_category().message(error);
  }
  buffer_.clear();
}

void occupy_standard_descriptors() {
  // A descriptor of the wrong direction: every read or write of it fails, as it did when closed.
  const auto occupy = [](int descriptor, int flags) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF)
      return;
    const int opened = ::open("/dev/null", flags);
    if (opened >= 0 && opened != descriptor) {
      ::dup2(opened, descriptor);
      ::close(opened);
    }
  };
  occupy(STDIN_FILENO, O_WRONLY);
  occupy(STDOUT_FILENO, O_RDONLY);
  occupy(STDERR_FILENO, O_RDONLY);
}

}  // namespace mailcheck
