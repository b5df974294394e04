#pragma once

// A limit that depends on the stage of the mail.

#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "base/result.hpp"
#include "checks/params.hpp"
#include "facts/facts.hpp"

namespace mailcheck {

/// Whether the stage is given or more than a guess. A rule that finds fault with what a stage
/// demands stays silent else.
[[nodiscard]] bool is_sure(const StageGuess& guess);

/// A limit for every stage, unless the rule names another for one.
class StageLimit {
 public:
  /// Reads `key` (default: `fallback`) and one key for each stage, `status-inquiry = 120`.
  static Result<StageLimit> from(const Params& params, std::string_view key, std::int64_t fallback);

  /// The limit for a draft. A stage that is little more than a guess gets the general one.
  [[nodiscard]] std::size_t of(const StageGuess& guess) const;

 private:
  std::size_t general_ = 0;
  std::array<std::size_t, std::size(all_stages)> by_stage_{};
};

}  // namespace mailcheck
