#include "base/sentence_end.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/one_of.hpp"

namespace mailcheck {

namespace {

/// Something always follows these: a name, a number, the other half of a comparison.
constexpr auto never_last = std::to_array<std::string_view>({
    "approx", "attn",  "ca",   "capt", "cf",  "cpt", "dr",  "e.g", "eg",  "esp",
    "fig",    "figs",  "fr",   "gen",  "gov", "hon", "i.e", "ie",  "lt",  "messrs",
    "mlle",   "mme",   "mr",   "mrs",  "ms",  "mt",  "mx",  "nos", "pp",  "pres",
    "prof",   "profs", "resp", "rev",  "sen", "sgt", "sr",  "st",  "viz", "vs",
});

/// These stand before a number; at the end of a sentence they are words (“She said no.”).
constexpr auto before_number = std::to_array<std::string_view>({"no", "p", "sec", "vol"});

/// They may well be last, as in “until 5 p.m.”: then a new sentence follows unless its first word
/// belongs to a time.
constexpr auto may_be_last = std::to_array<std::string_view>({"a.m", "am", "etc", "p.m", "pm"});

/// Part of a name, a date or a degree; last only when what follows is how sentences begin.
constexpr auto in_names = std::to_array<std::string_view>({
    "apr",   "assn", "aug",  "ave", "b.a", "b.s", "b.sc",  "bldg", "blvd", "bros", "co",
    "corp",  "dec",  "dept", "d.c", "e.u", "est", "feb",   "fri",  "inc",  "jan",  "jr",
    "jul",   "jun",  "llc",  "ltd", "m.a", "m.d", "m.s",   "m.sc", "mar",  "mon",  "n.y",
    "nov",   "oct",  "ph.d", "phd", "rd",  "sat", "sep",   "sept", "sun",  "thu",  "thur",
    "thurs", "tue",  "tues", "u.k", "u.n", "u.s", "u.s.a", "univ", "wed",
});

/// Parts of a time, which follow “a.m.” and “p.m.” with a capital.
constexpr auto of_time = std::to_array<std::string_view>({
    "am",        "april",   "august",   "bst",     "cdt",      "central",   "cest",
    "cet",       "cst",     "december", "eastern", "edt",      "est",       "et",
    "february",  "friday",  "gmt",      "ist",     "january",  "july",      "june",
    "march",     "may",     "mdt",      "monday",  "mountain", "mst",       "mt",
    "november",  "october", "pacific",  "pdt",     "pst",      "pt",        "saturday",
    "september", "sunday",  "thursday", "tuesday", "utc",      "wednesday",
});

/// How sentences begin; hardly ever the second word of a name.
constexpr auto starters = std::to_array<std::string_view>({
    "a",     "after",     "again", "all",     "also",   "although", "an",     "and",     "any",
    "are",   "as",        "at",    "because", "before", "best",     "both",   "but",     "by",
    "can",   "could",     "did",   "do",      "does",   "during",   "each",   "either",  "every",
    "feel",  "for",       "from",  "given",   "had",    "has",      "have",   "having",  "he",
    "her",   "here",      "hi",    "his",     "hope",   "hoping",   "how",    "however", "i",
    "if",    "in",        "is",    "it",      "its",    "just",     "kind",   "let",     "looking",
    "many",  "might",     "my",    "no",      "not",    "now",      "of",     "on",      "once",
    "one",   "or",        "our",   "perhaps", "please", "regards",  "see",    "she",     "should",
    "since", "sincerely", "so",    "some",    "soon",   "thank",    "thanks", "that",    "the",
    "their", "then",      "there", "these",   "they",   "this",     "those",  "though",  "to",
    "until", "was",       "we",    "were",    "what",   "when",     "where",  "which",   "while",
    "who",   "why",       "will",  "with",    "would",  "yes",      "yet",    "you",     "your",
});

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    c = is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// The letters, digits and inner full stops at the end of `text`.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (is_ascii_letter(text[begin - 1]) || is_ascii_digit(text[begin - 1]) ||
                       text[begin - 1] == '.' || (text[begin - 1] & 0x80) != 0))
    --begin;
  return text.substr(begin);
}

/// The letters at the beginning of `text`, quotes and brackets before them left out.
std::string_view first_word(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("\"'([*_");
  if (begin == std::string_view::npos)
    return {};
  std::size_t end = begin;
  while (end < text.size() && is_ascii_letter(text[end]))
    ++end;
  return text.substr(begin, end - begin);
}

bool starts_with_digit(std::string_view text) {
  return !text.empty() && is_ascii_digit(text[0]);
}

/// True for “1.” and “12.”, the number of a list item.
bool is_item_number(std::string_view text) {
  return text.size() <= 3 && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

}  // namespace

bool continues_sentence(std::string_view before, std::string_view after) {
  if (!before.ends_with('.') || after.empty())
    return false;
  before.remove_suffix(1);
  if (is_item_number(before))
    return !before.empty();
  const std::string_view word = last_word(before);
  const std::string lower = ascii_lower(word);
  const std::string next = ascii_lower(first_word(after));
  if (is_one_of(lower, never_last))
    return true;
  if (is_one_of(lower, before_number))
    return starts_with_digit(after);
  if (is_one_of(lower, may_be_last))
    return starts_with_digit(after) || is_one_of(next, of_time);
  if (is_one_of(lower, in_names))
    return !is_one_of(next, starters);
  // An initial. “I” is a word: “so do I.”
  if (word.size() == 1 && is_ascii_upper(word[0]) && word != "I")
    return !is_one_of(next, starters);
  return false;
}

}  // namespace mailcheck
