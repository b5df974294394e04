#pragma once

// Compares the draft with mails to other people: sent ones, and the other drafts of the run.

#include "base/result.hpp"
#include "checks/check.hpp"

namespace mailcheck {

/// Mails of which a hit names the sentences they share with the draft, for `--verbose`.
inline constexpr std::size_t shown_sentence_limit = 5;

/// Parameters: `percent` (of the draft's shingles that stand in the other mail; default 80) and
/// `below` (no more than that; default 101), `min-shingles` (silent in shorter texts; default 15).
/// Flags the first sentence that stands in the mail that is most alike.
[[nodiscard]] Result<CheckFunction> make_same_note(const Params& params);

/// Flags the name of a company that another mail of an application went to. Its name is taken from
/// the addresses of that mail, and counts only where the sentence speaks of working there.
[[nodiscard]] Result<CheckFunction> make_other_company(const Params& params);

}  // namespace mailcheck
