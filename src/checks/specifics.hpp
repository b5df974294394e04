#pragma once

// How much of a draft could only have been written after this one interview. A judgement by
// vocabulary: what is left of a sentence when the words of every thank-you letter, people's names,
// the company and the role are taken away.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "checks/check.hpp"

namespace mailcheck {

enum class Specificity : std::uint8_t {
  none,       ///< would fit any interview
  own,        ///< something particular, but about the writer's own past
  promised,   ///< a slot where something particular is yet to be filled in
  interview,  ///< something particular about the conversation, the work or the employer
};

/// Distinct unknown words of one draft that are looked at as slips of common words, which takes
/// about a millisecond each. Words beyond them count as terms of a trade.
inline constexpr std::size_t weighed_unknown_words_limit = 20;

/// What makes a sentence particular.
enum class SpecificKind : std::uint8_t {
  name,    ///< a thing, place or product with a name
  number,  ///< a figure that is no time and no date
  term,    ///< a word that few such mails hold
  topic,   ///< a topic that the user named
  report,  ///< tells what was said, shown or asked
};

struct SpecificEvidence {
  TextSpan span;
  SpecificKind kind;
  std::uint32_t sentence;  ///< Index into `Text::sentences`.
};

struct Specifics {
  std::vector<Specificity> sentences;      ///< One for each of `Text::sentences`; only body counts.
  std::vector<SpecificEvidence> evidence;  ///< In the order of the text, a few for each sentence.

  /// Sentences of the body that reach `least`.
  [[nodiscard]] std::size_t count(Specificity least) const;
};

/// Weighs every sentence of the body. Linear in the length of the draft.
[[nodiscard]] Specifics find_specifics(const Context& context);

/// Whether it is fair to ask for something particular: the stage is given or more than a guess, or
/// the first paragraph gives thanks.
[[nodiscard]] bool asks_for_specifics(const Context& context);

}  // namespace mailcheck
