#pragma once

// Memory for C libraries whose failure ends the program, as that of `new` does. Some of them go on
// with half an answer, or with none, when they get no memory, and nobody could tell that from a
// clean draft.

#include <cstddef>

namespace mailcheck {

/// Calls the handler of `new`, or std::terminate where there is none; never comes back.
[[noreturn]] void out_of_memory();

/// As malloc, but never null. Is given back with `std::free`.
[[nodiscard]] void* allocate_or_end(std::size_t size);

/// Has ICU take its memory here. To be called before ICU is used; without it ICU's failures are
/// those of its functions.
void watch_memory_of_icu();

}  // namespace mailcheck
