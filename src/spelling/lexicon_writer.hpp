#pragma once

// Makes the image of a lexicon out of what the expander and the word lists give. Only for the
// build; see lexicon.hpp for the other side.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "spelling/dictionary_forms.hpp"
#include "spelling/lexicon.hpp"

namespace mailcheck {

class LexiconWriter {
 public:
  /// All forms of one language.
  void add_dictionary(WordSource language, const std::vector<DictionaryForm>& forms);
  /// A word of our own lists, in the case in which it is right.
  void add_own_word(std::string_view word);
  /// That a word in lower case, or a name, is as frequent as `frequency`; the most frequent counts.
  void set_frequency(std::string_view word, FrequencyClass frequency);

  /// The image, the same for the same words in whatever order they came.
  [[nodiscard]] Result<std::string> image() const;

 private:
  [[nodiscard]] FrequencyClass frequency_of(const std::string& form, FormFlags flags) const;

  std::unordered_map<std::string, FormFlags> forms_;
  std::unordered_map<std::string, FrequencyClass> frequencies_;
  std::uint8_t languages_ = 0;
};

}  // namespace mailcheck
