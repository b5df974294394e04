#pragma once

// What a misspelt word was probably meant to be. Proposals are made by undoing one slip and looked
// up one by one; when none of them is good, the words of the dictionaries are compared as well.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/dictionary.hpp"
#include "spelling/edit_cost.hpp"
#include "spelling/speller.hpp"
#include "spelling/word_case.hpp"

namespace mailcheck {

struct Suggestion {
  std::string word;
  std::size_t cost;  ///< In halves of the unit of `edit_cost`.
};

class SuggestionSearch {
 public:
  /// `own_words` is a list made by merge_word_lists. The dictionaries, the preferred one first,
  /// must outlive the search.
  SuggestionSearch(std::vector<Dictionary*> dictionaries, std::string_view own_words);

  /// Known words near `lower`, a word in lower case that was written in `written_case`; best first.
  [[nodiscard]] std::vector<Suggestion> find(const std::string& lower, Case written_case,
                                             SearchDepth depth);

 private:
  struct ReadyWord {
    std::string word;
    FoldedWord folded;
  };

  std::vector<Dictionary*> dictionaries_;
  std::vector<ReadyWord> frequent_;
  std::vector<ReadyWord> own_;
};

}  // namespace mailcheck
