#pragma once

// Fixes the messages of one file and puts them back in their places.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "app/message_file.hpp"
#include "base/result.hpp"
#include "fix/fixes.hpp"
#include "lint/finding.hpp"

namespace mailcheck {

struct FixedFile {
  std::string bytes;  ///< The whole file; the same as before when nothing was fixed.
  std::size_t applied = 0;
  std::vector<Error> remarks;  ///< Messages whose fixes were taken back.
};

/// Messages that cannot be read stay as they are; checking them says why.
[[nodiscard]] FixedFile fix_file(const MessageFile& file, FixChoice choice,
                                 const std::function<LintResult(const Source&)>& lint);

}  // namespace mailcheck
