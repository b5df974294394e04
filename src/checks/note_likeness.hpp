#pragma once

// Which mail to somebody else the draft is most like. Several rules ask, each about other shares.

#include <cstddef>
#include <vector>

#include "checks/check.hpp"
#include "facts/sent_mail.hpp"
#include "facts/shingles.hpp"

namespace mailcheck {

struct NoteLikeness {
  std::vector<ShingledSentence> sentences;  ///< Of the draft.
  std::size_t shingles = 0;                 ///< Of all of them, each once.
  const SentMail* mail = nullptr;  ///< The first of those most alike; none has any in common.
  std::size_t percent = 0;         ///< Of the draft's shingles that stand in it.
};

/// Needs `context.facts.sent`.
[[nodiscard]] NoteLikeness find_note_likeness(const Context& context);

}  // namespace mailcheck
