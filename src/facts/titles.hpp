#pragma once

// Titles in front of a name (“Dr.”, “Ms.”, “Frau”) and what stands behind one (“PhD”, “Jr.”).

#include <optional>
#include <string_view>

namespace mailcheck {

/// What kind of title a person is addressed with.
enum class Title {
  none,
  mister,     ///< Mr., Herr, Monsieur, …
  miss,       ///< Ms., Mrs., Miss, Frau, Madame, …
  neutral,    ///< Mx., M.
  doctor,     ///< Dr.
  professor,  ///< Prof.
  other,      ///< Rev., Sir, …
};

/// The title that a word is, with or without its full stop; none when it is no title.
[[nodiscard]] std::optional<Title> title_of(std::string_view word);

/// Whether a word behind a name is a degree or the like: “PhD”, “MBA”, “Jr.”, “III”.
[[nodiscard]] bool is_name_suffix(std::string_view word);
/// Whether it is a doctor's degree.
[[nodiscard]] bool is_doctorate(std::string_view word);

/// How a title is written before a name: “Dr.”; empty for `none` and `other`.
[[nodiscard]] std::string_view name_of(Title title);

}  // namespace mailcheck
