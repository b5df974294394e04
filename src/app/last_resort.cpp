#include "app/last_resort.hpp"

#include <exception>
#include <new>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

#include "app/commands.hpp"
#include "base/out_of_memory.hpp"

namespace mailcheck {
namespace {

/// Neither allocates nor runs what was registered for the end: other threads still work.
[[noreturn]] void end_with(std::string_view line) {
  static_cast<void>(::write(STDERR_FILENO, line.data(), line.size()) < 0);
  ::_exit(status_failed);
}

[[noreturn]] void end_without_memory() {
  end_with("mailcheck: error: out of memory\n");
}

/// Without an exception it is a C library that got no memory (base/out_of_memory.hpp).
[[noreturn]] void end_by_exception() {
  if (!std::current_exception())
    end_without_memory();
  end_with("mailcheck: error: internal error: an exception was not caught\n");
}

}  // namespace

void prepare_last_resort() {
  // Not PR_SET_DUMPABLE, which would also take /dev/stdin from everybody but root.
  const rlimit none{0, 0};
  static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
  std::set_new_handler(end_without_memory);
  std::set_terminate(end_by_exception);
  watch_memory_of_icu();
}

}  // namespace mailcheck
