#pragma once

// Whether a word is spelt right and what was probably meant. Hunspell's dictionaries and the
// project's own word lists stand behind it. One Speller per thread: it loads a dictionary when the
// first word needs it and remembers answers.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"

namespace mailcheck {

/// Code points of a word; longer ones are never questioned.
inline constexpr std::size_t spelling_word_limit = 64;
/// Suggestions offered for one word.
inline constexpr std::size_t suggestion_limit = 5;

enum class Language { any_english, en_us, en_gb };

struct SpellerOptions {
  Language language = Language::any_english;  ///< `any_english`: right when either knows it.
  std::vector<std::string> words;             ///< The user's own, known in any case.
  std::vector<std::string> dictionary_folders = {"/usr/share/hunspell", "/usr/share/myspell/dicts"};
};

/// How far a word may be from what was meant. `near`: one slip, or a frequent word at two or three;
/// `far`: also any entry of the dictionaries, which takes ten times as long.
enum class SearchDepth { near, far };

class Speller {
 public:
  /// `embedded_words` is the list that the build makes of `dictionaries/`: sorted, one a line, LF.
  /// It must outlive the speller.
  Speller(SpellerOptions options, std::string_view embedded_words);
  ~Speller();
  Speller(const Speller&) = delete;
  Speller& operator=(const Speller&) = delete;

  /// True when the word is known, in this or an allowed case (“Hello”, “HELLO” for “hello”). A
  /// trailing ’s or ' is ignored, ’ and ' are the same. Without any dictionary every word is known.
  [[nodiscard]] bool knows(std::string_view word) const;
  /// Likely words, best first, at most `suggestion_limit`, in the case of `word`.
  [[nodiscard]] std::vector<std::string> suggest(std::string_view word,
                                                 SearchDepth depth = SearchDepth::far) const;
  /// Why a word that was asked for could not be judged (no dictionary found); empty when all could.
  [[nodiscard]] std::string problem() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace mailcheck
