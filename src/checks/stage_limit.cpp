#include "checks/stage_limit.hpp"

namespace mailcheck {
namespace {

constexpr double sure_enough = 0.5;

}  // namespace

bool is_sure(const StageGuess& guess) {
  return guess.given || guess.confidence >= sure_enough;
}

Result<StageLimit> StageLimit::from(const Params& params, std::string_view key,
                                    std::int64_t fallback) {
  const Result<std::int64_t> general = params.integer(key, fallback);
  if (!general)
    return general.error();
  StageLimit limit;
  limit.general_ = static_cast<std::size_t>(*general);
  for (const Stage stage : all_stages) {
    const Result<std::int64_t> value = params.integer(name_of(stage), *general);
    if (!value)
      return value.error();
    limit.by_stage_.at(static_cast<std::size_t>(stage)) = static_cast<std::size_t>(*value);
  }
  return limit;
}

std::size_t StageLimit::of(const StageGuess& guess) const {
  if (!is_sure(guess))
    return general_;
  return by_stage_.at(static_cast<std::size_t>(guess.stage));
}

}  // namespace mailcheck
