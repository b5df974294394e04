#pragma once

// Guesses what a mail is for from what it says and what it answers.

#include "facts/facts.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// The stage the draft most likely belongs to. Without any evidence it is a thank-you note, with a
/// confidence of 0.3.
[[nodiscard]] StageGuess guess_stage(const Draft& draft, const Text& text);

}  // namespace mailcheck
