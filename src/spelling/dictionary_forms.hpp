#pragma once

// Every form of every word of a Hunspell dictionary, as its affix rules make them. Only for
// compiling the lexicon.

#include <string>
#include <string_view>
#include <vector>

#include "spelling/affix_file.hpp"

namespace mailcheck {

struct DictionaryForm {
  std::string text;
  bool only_in_capitals = false;  ///< “Nasa”, by which Hunspell knows “NASA'S”, but no “Nasa”.
  bool is_unwanted = false;  ///< Right, but never to be proposed: NOSUGGEST.
};

/// The forms that entries of `dic`, the content of a `.dic` file, have by themselves and with a
/// suffix, a prefix or both, in order of the file. The same text may occur more than once.
[[nodiscard]] std::vector<DictionaryForm> expand_dictionary(const AffixFile& affixes,
                                                            std::string_view dic);

}  // namespace mailcheck
