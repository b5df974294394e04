#pragma once

// Whether a full stop ends a sentence or only an abbreviation: what UAX #29 cannot know, since it
// has no words. English only.

#include <string_view>

namespace mailcheck {

/// True when `before`, a piece of text that UAX #29 takes for a sentence, does not end there:
/// its last word is an abbreviation (“Ms.”, “e.g.”, “J.”) or it is but a number (“1.”). `after` is
/// the text that follows, white space removed.
[[nodiscard]] bool continues_sentence(std::string_view before, std::string_view after);

}  // namespace mailcheck
