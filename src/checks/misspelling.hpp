#pragma once

// Words that no dictionary and no list knows. What may be a name is left alone, unless it is nearly
// the name of someone the mail is about; text of which most words are unknown is not English and
// left alone, too, and so is a row of unknown words in an English sentence.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Distinct words of one draft that get suggestions. Words beyond them are flagged without.
inline constexpr std::size_t suggested_words_limit = 20;

/// Parameters: `in` (regions; default greeting, body, closing, subject). Repairs: likely words,
/// best first, none safe.
[[nodiscard]] Result<CheckFunction> make_misspelling(const Params& params);

}  // namespace mailcheck
