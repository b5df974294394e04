#pragma once

// Collects the words a draft or its header use for people, and other words that are right because
// somebody else wrote them.

#include <string>
#include <vector>

#include "facts/interview.hpp"
#include "mail/draft.hpp"
#include "text/text.hpp"

namespace mailcheck {

/// `Facts::names`.
[[nodiscard]] std::vector<std::string> collect_names(const Draft& draft, const Text& text,
                                                     const InterviewFacts& interview);

/// `People::quoted`.
[[nodiscard]] std::vector<std::string> collect_quoted_names(const Draft& draft, const Text& text);
/// `People::senders`.
[[nodiscard]] std::vector<std::string> collect_sender_names(const Draft& draft, const Text& text);

/// `Facts::known_words`; `names` are those collected above.
[[nodiscard]] std::vector<std::string> collect_known_words(const Draft& draft, const Text& text,
                                                           const InterviewFacts& interview,
                                                           const std::vector<std::string>& names);

}  // namespace mailcheck
