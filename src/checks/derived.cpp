#include "checks/derived.hpp"

namespace mailcheck {

Context::Context(const Draft& parsed, const Text& structure, const Facts& known,
                 const PhraseMatches& matches, const Speller& spelling)
    : draft(parsed),
      text(structure),
      facts(known),
      phrases(matches),
      speller(spelling),
      pattern_text(parsed.text),
      derived_(std::make_unique<Derived>()) {}

Context::~Context() = default;

}  // namespace mailcheck
