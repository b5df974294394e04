#pragma once

// The case of a word, and giving a proposal the case of the word that it replaces.

#include <string>
#include <string_view>

namespace mailcheck {

enum class Case { lower, capitalized, upper, mixed };

[[nodiscard]] Case case_of(std::string_view word);
/// `word` as it stands where `wanted` was written; `lower` and `mixed` leave it as it is.
[[nodiscard]] std::string in_case(Case wanted, std::string word);

/// Whether `word` ends in 's, with something before it.
[[nodiscard]] bool is_possessive(std::string_view word);

}  // namespace mailcheck
