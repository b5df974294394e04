#pragma once

// Whether a word of a greeting or a sentence is meant for a person: the same name, a pet form of
// it, a slip, or somebody else's name.

#include <cstdint>
#include <string_view>

#include "facts/people.hpp"

namespace mailcheck {

/// From the least to the most alike.
enum class NameMatch : std::uint8_t {
  other,
  uncertain,   ///< Perhaps a pet form, or in another script.
  misspelled,  ///< A letter or two away.
  same,        ///< The name, without marks and case, or a known pet form of it.
};

/// Compares two single names. Bounded: names of more than 40 letters are no slips of one another.
[[nodiscard]] NameMatch match_name(std::string_view word, std::string_view name);
/// The best match with any of a person's names, their initials (“TJ”) and the address.
[[nodiscard]] NameMatch match_person(std::string_view word, const Person& person);
/// Whether two names are written alike, marks and case aside; pet forms are not.
[[nodiscard]] bool is_same_name(std::string_view word, std::string_view name);
/// Whether a word is in the list of given names and pet forms.
[[nodiscard]] bool is_listed_name(std::string_view word);
/// Where a word is a slip of one of a person's names: that name, else empty.
[[nodiscard]] std::string_view misspelled_name(std::string_view word, const Person& person);

}  // namespace mailcheck
