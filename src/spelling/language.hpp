#pragma once

// The language that drafts are spelt in. English comes in the program; any other is as good as the
// Hunspell dictionary that the system has for it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mailcheck {

struct Language {
  std::string tag = "en";  ///< As of BCP 47: “en-US”, “en-GB”, “de-DE”; “en”: either English.

  /// A language by its tag, two or three letters and perhaps a region; nullopt for another form.
  [[nodiscard]] static std::optional<Language> named(std::string_view tag);

  [[nodiscard]] bool is_english() const;
  /// The English ones that the lexicon has, as bits of FormFlags; 0 for another language.
  [[nodiscard]] std::uint8_t lexicon_languages() const;
  /// The name of the Hunspell dictionary of a language that is not English: “de_DE”.
  [[nodiscard]] std::string dictionary() const;

  friend bool operator==(const Language& left, const Language& right) = default;
};

}  // namespace mailcheck
