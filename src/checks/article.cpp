#include "checks/article.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/one_of.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"

namespace mailcheck {
namespace {

enum class Sound { vowel, consonant, unsure };

/// Acronyms that everybody spells out.
constexpr auto vowel_acronyms =
    std::to_array<std::string_view>({"AI", "API", "HR", "HTML", "IDE", "IT", "LLM", "MBA", "ML",
                                     "MRI", "NDA", "NGO", "RFP", "RN", "SDK", "SLA", "XML"});
constexpr auto consonant_acronyms = std::to_array<std::string_view>(
    {"BA", "BBC", "CEO", "CFO", "COO", "CTO", "CV",  "GPA", "KPI", "PC", "PDF", "PhD",
     "PM", "PR",  "QA",  "TV",  "UI",  "UK",  "URL", "US",  "USB", "UX", "VP"});

/// Words that begin with a vowel letter and the sound of “you” or “one”.
constexpr auto consonant_prefixes = std::to_array<std::string_view>(
    {"eu",   "ewe",   "once", "one",  "oui",  "ubiq", "unanim", "unic", "unif",
     "unil", "union", "uniq", "unis", "unit", "univ", "unix",   "ura",  "uri",
     "usa",  "use",   "usi",  "usu",  "uten", "uti",  "uto"});
/// “h” is silent in these, and “onerous” has nothing of “one” …
constexpr auto vowel_prefixes =
    std::to_array<std::string_view>({"heir", "honest", "honor", "honour", "hour", "onerous"});
/// … and in these only for some.
constexpr auto unsure_prefixes = std::to_array<std::string_view>(
    {"habitual", "herb", "hist", "homage", "hotel", "humble", "hyster", "unid"});

/// After “a” or “an”, these mean that the article is a letter, a slip for “and”, or that a word is
/// missing; none of it is mended by another article.
constexpr auto function_words = std::to_array<std::string_view>(
    {"a",   "an",   "and", "are", "as",   "at",   "but",  "by",  "for",  "from", "had",
     "has", "have", "he",  "i",   "if",   "in",   "into", "is",  "it",   "its",  "my",
     "of",  "on",   "or",  "our", "she",  "so",   "that", "the", "then", "they", "this",
     "to",  "us",   "was", "we",  "were", "will", "with", "you", "your"});

template <std::size_t Size>
bool has_prefix(const std::array<std::string_view, Size>& prefixes, std::string_view word) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [word](std::string_view prefix) { return word.starts_with(prefix); });
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

Sound sound_of_number(std::string_view word) {
  const std::size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view digits = word.substr(0, end);
  if (digits.starts_with('8'))
    return Sound::vowel;
  if (digits == "11" || digits == "18")
    return Sound::vowel;
  // “1,100” is “eleven hundred” to some.
  return digits.starts_with('1') && digits.size() != 2 ? Sound::unsure : Sound::consonant;
}

Sound sound_of(std::string_view word) {
  if (is_ascii_digit(word[0]))
    return sound_of_number(word);
  if (is_one_of(word, vowel_acronyms))
    return Sound::vowel;
  if (is_one_of(word, consonant_acronyms))
    return Sound::consonant;
  const std::string lower = to_lower(word);
  const bool is_ascii = std::all_of(lower.begin(), lower.end(),
                                    [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
  // Other capitals may be spelt out or read as a word.
  const bool plain = word.substr(1) == std::string_view(lower).substr(1);
  if (!is_ascii || !plain || word.size() < 2 || has_prefix(unsure_prefixes, lower))
    return Sound::unsure;
  if (has_prefix(vowel_prefixes, lower))
    return Sound::vowel;
  if (has_prefix(consonant_prefixes, lower))
    return Sound::consonant;
  const bool vowel_letter = std::string_view("aeiou").find(lower[0]) != std::string_view::npos;
  return vowel_letter ? Sound::vowel : Sound::consonant;
}

std::string_view right_article(std::string_view article, Sound sound) {
  if ((article == "a" || article == "A") && sound == Sound::vowel)
    return article == "a" ? "an" : "An";
  if ((article == "an" || article == "An") && sound == Sound::consonant)
    return article == "an" ? "a" : "A";
  return {};
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  const std::vector<Word>& words = context.text.words;
  const Verbatim& verbatim = context.derived.verbatim(context);
  std::vector<Hit> hits;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const Word& article = words[i];
    const Word& next = words[i + 1];
    if (article.span.size() > 2 || article.sentence != next.sentence ||
        !holds(regions, article.region))
      continue;
    const std::string_view between =
        all.substr(article.span.end, next.span.begin - article.span.end);
    if (between.find_first_not_of(" \t\n\"“‘*_") != std::string_view::npos || between.empty())
      continue;
    const std::string_view written = slice(all, article.span);
    const bool first = i == 0 || words[i - 1].sentence != article.sentence;
    // “Plan A is …”
    if (written[0] == 'A' && !first)
      continue;
    const std::string_view following = slice(all, next.span);
    const std::string_view right = right_article(written, sound_of(following));
    const TextSpan both{article.span.begin, next.span.end};
    if (right.empty() || is_one_of(following, function_words) || verbatim.touches(both))
      continue;
    hits.push_back({.place = both,
                    .detail = std::string(right) + " " + std::string(following),
                    .repairs = {{.edits = {{article.span, std::string(right)}}, .safe = true}}});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_article(const Params& params) {
  Result<std::vector<RegionKind>> regions =
      region_list(params, "in", {RegionKind::body, RegionKind::subject});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
