#pragma once

// The words of a sentence for checks that look at what stands beside what: folded, with their case
// and whether punctuation separates them.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"

namespace mailcheck {

struct SentenceWord {
  TextSpan span;      ///< Without a possessive ’s.
  std::string plain;  ///< As `plain_letters` gives it, without a possessive ’s.
  bool is_capital = false;
  bool is_joined = false;  ///< Only spaces, a hyphen or “&” stand between it and the one before.
  bool is_possessive = false;  ///< It ends in ’s.
};

struct SentenceWords {
  RegionKind region = RegionKind::body;
  std::vector<SentenceWord> words;

  /// Whether any word is one of these.
  [[nodiscard]] bool has(std::initializer_list<std::string_view> wanted) const;
  /// The word at an index; empty outside of the sentence.
  [[nodiscard]] std::string_view at(std::size_t index) const;
};

/// The sentences of the subject and the body.
[[nodiscard]] std::vector<SentenceWords> words_of_sentences(const Context& context);

}  // namespace mailcheck
