#include "checks/name_match.hpp"

#include <algorithm>
#include <string>

#include "base/plain_letters.hpp"
#include "base/utf8.hpp"
#include "facts/nicknames.hpp"
#include "spelling/edit_cost.hpp"

namespace mailcheck {
namespace {

/// Names shorter than this are too close to one another to be slips.
constexpr std::size_t shortest_name = 4;
constexpr std::size_t longest_name = 40;
/// From this length on two slips are still the same name.
constexpr std::size_t long_name = 7;
/// Letters of the beginning or the end of a name that may be a pet form: “Kat”, “Bella”.
constexpr std::size_t shortest_beginning = 2;
constexpr std::size_t shortest_end = 3;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string spelled_out(std::string_view word) {
  return plain_letters(word, Umlauts::spelled_out);
}

bool is_slip(std::string_view word, std::string_view name) {
  const std::size_t shorter = std::min(count_code_points(word), count_code_points(name));
  const std::size_t longer = std::max(count_code_points(word), count_code_points(name));
  if (shorter < shortest_name || longer > longest_name ||
      decode_utf8(word, 0).value != decode_utf8(name, 0).value)
    return false;
  const std::size_t apart = edit_distance(word, name);
  return apart == 1 || (apart == 2 && shorter >= long_name);
}

bool may_be_pet_form(std::string_view word, std::string_view name) {
  const std::string_view shorter = word.size() < name.size() ? word : name;
  const std::string_view longer = word.size() < name.size() ? name : word;
  return (shorter.size() >= shortest_beginning && longer.starts_with(shorter)) ||
         (shorter.size() >= shortest_end && longer.ends_with(shorter));
}

/// A name as it sounds, roughly: “Sarah” and “Sara”, “Marc” and “Mark”, “Katie” and “Katy”.
std::string sound_of(std::string_view name) {
  std::string sound;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (c == 'h' || (c == 'c' && i + 1 < name.size() && name[i + 1] == 'k'))
      continue;
    c = c == 'c' ? 'k' : c == 'y' ? 'i' : c == 'z' ? 's' : c;
    if (c == 'e' && sound.ends_with('i') && i + 1 == name.size())
      continue;
    if (sound.empty() || sound.back() != c)
      sound += c;
  }
  return sound;
}

NameMatch match_plain(const std::string& word, const std::string& name) {
  const bool is_initial = count_code_points(word) == 1 && !name.empty() && name.starts_with(word);
  if (is_initial || word == name)
    return NameMatch::same;
  // Two spellings of one name are no pet forms of one another.
  if (is_slip(word, name) && sound_of(word) == sound_of(name))
    return NameMatch::misspelled;
  if (may_be_one_person(word, name))
    return NameMatch::same;
  if (is_ascii(word) != is_ascii(name))
    return NameMatch::uncertain;
  if (is_slip(word, name))
    return NameMatch::misspelled;
  const bool is_close = word.front() == name.front() &&
                        std::max(word.size(), name.size()) <= longest_name &&
                        edit_distance(word, name) == 1;
  return is_close || may_be_pet_form(word, name) ? NameMatch::uncertain : NameMatch::other;
}

/// “TJ” for “Thomas James”.
bool are_initials(const std::string& word, const Person& person) {
  std::string initials;
  for (const std::string& name : person.words) {
    const std::string plain = plain_letters(name);
    initials += plain.substr(0, plain.empty() ? 0 : decode_utf8(plain, 0).length);
  }
  return word.size() >= 2 && initials.starts_with(word);
}

bool is_in_address(const std::string& word, const Person& person) {
  return word.size() >= shortest_end &&
         plain_letters(person.mail_name).find(word) != std::string::npos;
}

}  // namespace

bool is_same_name(std::string_view word, std::string_view name) {
  const std::string plain_word = plain_letters(word);
  const std::string plain_name = plain_letters(name);
  return plain_word == plain_name || spelled_out(word) == plain_name ||
         plain_word == spelled_out(name);
}

NameMatch match_name(std::string_view word, std::string_view name) {
  if (is_same_name(word, name))
    return NameMatch::same;
  const std::string plain_word = plain_letters(word);
  const std::string plain_name = plain_letters(name);
  if (plain_word.empty() || plain_name.empty())
    return NameMatch::uncertain;
  return match_plain(plain_word, plain_name);
}

NameMatch match_person(std::string_view word, const Person& person) {
  NameMatch best = NameMatch::other;
  for (const std::string& name : person.words)
    best = std::max(best, match_name(word, name));
  if (best == NameMatch::same)
    return best;
  const std::string plain = plain_letters(word);
  // “sarah@example.org” does not make “Sara” right.
  const bool is_slip_of_address =
      best == NameMatch::misspelled &&
      is_in_address(plain_letters(misspelled_name(word, person)), person);
  const bool is_theirs =
      are_initials(plain, person) || (is_in_address(plain, person) && !is_slip_of_address);
  return is_theirs ? NameMatch::same : best;
}

bool is_listed_name(std::string_view word) {
  const std::string plain = plain_letters(word);
  return may_be_one_person(plain, plain);
}

std::string_view misspelled_name(std::string_view word, const Person& person) {
  const std::string plain = plain_letters(word);
  const auto found =
      std::find_if(person.words.begin(), person.words.end(), [&](const std::string& name) {
        // Asked of every capital in a mail: the list of pet forms is for what may be a slip at all.
        return is_slip(plain, plain_letters(name)) &&
               match_name(word, name) == NameMatch::misspelled;
      });
  return found == person.words.end() ? std::string_view() : std::string_view(*found);
}

}  // namespace mailcheck
