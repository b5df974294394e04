// Loaded before a program (LD_PRELOAD), fails one of its allocations: number MAILCHECK_FAIL_AT, or
// with MAILCHECK_FAIL_ON=1 that one and all after it. At the end of a run in which none failed it
// writes how many there were to the file MAILCHECK_FAIL_COUNT. For glibc, whose own allocator it
// calls.

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

std::atomic<long> allocations{0};
long fail_at = 0;
bool fail_on = false;
int count_file = -1;

long number_in(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? 0 : std::atol(text);
}

__attribute__((constructor)) void begin() {
  fail_at = number_in("MAILCHECK_FAIL_AT");
  fail_on = number_in("MAILCHECK_FAIL_ON") != 0;
  if (const char* path = std::getenv("MAILCHECK_FAIL_COUNT"))
    count_file = ::open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  allocations = 0;
}

__attribute__((destructor)) void end() {
  if (count_file < 0)
    return;
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%ld\n", allocations.load());
  static_cast<void>(::write(count_file, text, static_cast<std::size_t>(length)) < 0);
}

bool fails() {
  const long number = ++allocations;
  const bool failed = fail_at > 0 && (number == fail_at || (fail_on && number > fail_at));
  if (failed)
    errno = ENOMEM;
  return failed;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) {
  return fails() ? nullptr : __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
  return fails() ? nullptr : __libc_calloc(count, size);
}

void* realloc(void* memory, std::size_t size) {
  return fails() ? nullptr : __libc_realloc(memory, size);
}

void* memalign(std::size_t alignment, std::size_t size) {
  return fails() ? nullptr : __libc_memalign(alignment, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return fails() ? nullptr : __libc_memalign(alignment, size);
}

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
  *memory = fails() ? nullptr : __libc_memalign(alignment, size);
  return *memory == nullptr ? ENOMEM : 0;
}
}
