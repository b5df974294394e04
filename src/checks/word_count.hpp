#pragma once

// Too many or too few words in the writer's own text: greeting, body and closing.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Parameters: `words` and `min` (most and least words; 0: no limit), the name of a stage,
/// `thank-you = 200` (`words` for drafts surely of that stage), `until` (silent above so many
/// words, where another rule speaks), `unless-specific` (silent when something particular is said).
/// Too long: the first word beyond the limit; too short: the end of the body, and only in whole
/// mails.
[[nodiscard]] Result<CheckFunction> make_word_count(const Params& params);

}  // namespace mailcheck
