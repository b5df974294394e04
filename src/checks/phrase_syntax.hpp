#pragma once

// The language of phrases (rules/README.md), parsed into a small tree. Compiling the tree is
// phrase_compiler's work, running it PhraseBook's.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace mailcheck {

/// Groups within groups of one phrase; deeper ones are an error.
inline constexpr std::size_t phrase_nesting_limit = 8;
/// Words a gap may span.
inline constexpr std::size_t phrase_gap_limit = 12;
/// Spellings one word with endings may expand to.
inline constexpr std::size_t phrase_expansion_limit = 64;
/// Parts one phrase may have, with everything that its word lists hold.
inline constexpr std::size_t phrase_size_limit = 20'000;

struct PhraseNode;
using PhraseSequence = std::vector<PhraseNode>;

struct PhraseNode {
  enum class Kind : std::uint8_t {
    word,    ///< one token with the key `word`
    choice,  ///< one of `choices`; an empty one makes it optional
    gap,     ///< `min` to `max` words of any kind
    comma,   ///< a comma before the next word
    sentence_start,
    sentence_end,
    question,     ///< the sentence ends here, with a question mark
    exclamation,  ///< … with an exclamation mark
    clause_has,   ///< `choices[0]` begins somewhere in the clause of the match
    clause_lacks,
    sentence_has,  ///< … in its sentence
    sentence_lacks,
  };
  Kind kind = Kind::word;
  std::string word = {};
  std::vector<PhraseSequence> choices = {};
  std::uint32_t min = 0;
  std::uint32_t max = 0;
};

using PhraseWordLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Parses one phrase. Its conditions (`& …`) are the last nodes. An error's column is the place in
/// it, in code points from 1.
[[nodiscard]] Result<PhraseSequence> parse_phrase(std::string_view phrase,
                                                  const PhraseWordLists& lists);

}  // namespace mailcheck
