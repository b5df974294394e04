#pragma once

// By which of its words a phrase is looked for: one that every match has, as rare as possible in
// such mail, and what can stand before it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "checks/phrase_syntax.hpp"

namespace mailcheck {

struct PhraseAnchor {
  std::size_t node = 0;         ///< Index into the phrase; a match of the node takes a word.
  std::set<std::string> words;  ///< Every match of the node begins with one of these.
  std::uint32_t least_before = 0;
  std::uint32_t most_before = 0;  ///< Tokens of the match before the node.
  /// The words that can stand right before the node; nothing when any can, or none must.
  std::optional<std::set<std::string>> words_before;
};

/// None when the phrase has no word that must always be there.
[[nodiscard]] std::optional<PhraseAnchor> anchor_of(const PhraseSequence& phrase);

}  // namespace mailcheck
