#pragma once

// Whether a word is spelt right and what was probably meant. The lexicon that the build makes of
// Hunspell's dictionaries and the project's own word lists answers both; Hunspell itself is asked,
// and loaded, only for a language that the lexicon lacks. May be used by several threads at once.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "spelling/candidate.hpp"
#include "spelling/language.hpp"
#include "spelling/lexicon.hpp"

namespace mailcheck {

/// Code points of a word; longer ones are never questioned.
inline constexpr std::size_t spelling_word_limit = 64;
/// Suggestions offered for one word.
inline constexpr std::size_t suggestion_limit = 5;

struct SpellerOptions {
  Language language;               ///< “en”: a word is right when either English knows it.
  std::vector<std::string> words;  ///< The user's own, known in any case.
  /// Where Hunspell's dictionaries are looked for.
  std::vector<std::string> dictionary_folders = {"/usr/share/hunspell", "/usr/share/myspell/dicts"};
};

/// How far a word may be from what was meant. `near`: a frequent word at one or two slips, which is
/// found in a twentieth of the time; `far`: any word.
enum class SearchDepth { near, far };

/// Who knows a word, in this or an allowed case.
struct WordOrigin {
  bool user_words = false;     ///< The user's own.
  bool own_lists = false;      ///< The project's lists.
  std::uint8_t languages = 0;  ///< Of the dictionaries, bits as of FormFlags.
};

class Speller {
 public:
  Speller(SpellerOptions options, const Lexicon& lexicon);
  ~Speller();
  Speller(const Speller&) = delete;
  Speller& operator=(const Speller&) = delete;

  /// True when the word is known, in this or an allowed case (“Hello”, “HELLO” for “hello”). A
  /// trailing ’s or ' is ignored, ’ and ' are the same. Without any dictionary every word is known.
  [[nodiscard]] bool knows(std::string_view word) const;
  /// Likely words, best first, at most `suggestion_limit`, in the case of `word`.
  [[nodiscard]] std::vector<std::string> suggest(std::string_view word,
                                                 SearchDepth depth = SearchDepth::far) const;
  /// The same with what speaks against each, computed anew every time.
  [[nodiscard]] std::vector<Candidate> weigh(std::string_view word, SearchDepth depth) const;
  /// Who of the user's words and the lexicon knows a word, whichever language was chosen.
  [[nodiscard]] WordOrigin origin_of(std::string_view word) const;
  [[nodiscard]] const Language& language() const;
  /// Why no word can be judged (no dictionary found); empty when words can. It does not depend on
  /// what was asked before.
  [[nodiscard]] std::string problem() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace mailcheck
