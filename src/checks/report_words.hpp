#pragma once

// The words by which a writer tells what was said, shown or seen in an interview.

#include <string_view>

namespace mailcheck {

/// Whether `word` tells of the conversation, alone (“mentioned”) or together with the word before
/// it (“thinking about”, “your plan”). Both in small letters; `previous` is empty at the beginning
/// of a sentence.
[[nodiscard]] bool is_report(std::string_view previous, std::string_view word);

}  // namespace mailcheck
