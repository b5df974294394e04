#pragma once

// Words that nearly every mail after an interview holds, whatever the interview was about: function
// words and the vocabulary of thanks, praise, applications and offices. What a mail says beyond
// them is what makes it specific.

#include <string_view>

namespace mailcheck {

/// True for such a word or a regular form of it (“meetings”, “described”). `word` is in lower case.
[[nodiscard]] bool is_common_word(std::string_view word);

}  // namespace mailcheck
