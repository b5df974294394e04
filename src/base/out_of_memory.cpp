#include "base/out_of_memory.hpp"

#include <cstdlib>
#include <exception>
#include <new>

#include <unicode/uclean.h>

namespace mailcheck {

void out_of_memory() {
  if (const std::new_handler handler = std::get_new_handler())
    handler();
  std::terminate();
}

void* allocate_or_end(std::size_t size) {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr)
    out_of_memory();
  return memory;
}

void watch_memory_of_icu() {
  const auto allocate = [](const void* /*context*/, std::size_t size) {
    return allocate_or_end(size);
  };
  const auto reallocate = [](const void* /*context*/, void* memory, std::size_t size) {
    void* const larger = std::realloc(memory, size == 0 ? 1 : size);
    if (larger == nullptr)
      out_of_memory();
    return larger;
  };
  const auto give_back = [](const void* /*context*/, void* memory) { std::free(memory); };
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, allocate, reallocate, give_back, &status);
}

}  // namespace mailcheck
