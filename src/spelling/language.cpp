#include "spelling/language.hpp"

#include <algorithm>

namespace mailcheck {
namespace {

constexpr std::uint8_t american = 1;
constexpr std::uint8_t british = 2;

bool are_between(std::string_view text, char first, char last) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

}  // namespace

std::optional<Language> Language::named(std::string_view tag) {
  const std::size_t hyphen = std::min(tag.find('-'), tag.size());
  const std::string_view language = tag.substr(0, hyphen);
  const bool is_language =
      (language.size() == 2 || language.size() == 3) && are_between(language, 'a', 'z');
  const std::string_view region = hyphen < tag.size() ? tag.substr(hyphen + 1) : "XX";
  if (!is_language || region.size() != 2 || !are_between(region, 'A', 'Z'))
    return std::nullopt;
  Language named{std::string(tag)};
  const bool unknown_english = language == "en" && named.lexicon_languages() == 0;
  return unknown_english ? std::nullopt : std::optional(std::move(named));
}

bool Language::is_english() const {
  return lexicon_languages() != 0;
}

std::uint8_t Language::lexicon_languages() const {
  if (tag == "en")
    return american | british;
  if (tag == "en-US")
    return american;
  return tag == "en-GB" ? british : std::uint8_t{0};
}

std::string Language::dictionary() const {
  std::string name = tag;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace mailcheck
