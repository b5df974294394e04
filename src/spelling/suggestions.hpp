#pragma once

// What a misspelt word was probably meant to be: near words of the lexicon, words that sound the
// same, words of the user, and two words that were run together; best first.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/candidate_scan.hpp"
#include "spelling/lexicon.hpp"
#include "spelling/speller.hpp"
#include "spelling/word_case.hpp"

namespace mailcheck {

class SuggestionSearch {
 public:
  /// `languages`: bits as of FormFlags. `own_words` are the user's.
  SuggestionSearch(const Lexicon& lexicon, std::uint8_t languages,
                   std::vector<std::string> own_words)
      : lexicon_(lexicon), languages_(languages), own_words_(std::move(own_words)) {}

  /// Words near `lower`, a word in lower case that was written in `written_case`; best first, at
  /// most a few more than `suggestion_limit`.
  [[nodiscard]] std::vector<Candidate> find(const std::string& lower, Case written_case,
                                            SearchDepth depth) const;

 private:
  [[nodiscard]] std::vector<Candidate> find_within(std::size_t limit, FrequencyClass rarest,
                                                   const std::string& lower,
                                                   Case written_case) const;

  Lexicon lexicon_;
  std::uint8_t languages_;
  std::vector<std::string> own_words_;
};

}  // namespace mailcheck
