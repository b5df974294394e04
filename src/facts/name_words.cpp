#include "facts/name_words.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "text/possessive.hpp"
#include "text/tokens.hpp"

namespace mailcheck {
namespace {

// Capitalised words of greetings and attributions that name nobody, folded and sorted.
constexpr std::string_view no_names[] = {
    "afternoon", "all",        "aloha",       "am",        "an",         "and",       "apr",
    "april",     "at",         "aug",         "august",    "bonjour",    "cest",      "cet",
    "committee", "concern",    "dear",        "dec",       "december",   "den",       "department",
    "dienstag",  "donnerstag", "dr",          "edt",       "est",        "evening",   "everybody",
    "everyone",  "feb",        "february",    "folks",     "freitag",    "fri",       "friday",
    "friends",   "gentlemen",  "gmt",         "good",      "greetings",  "hallo",     "hello",
    "hey",       "heya",       "hi",          "hiring",    "hiya",       "hola",      "howdy",
    "hr",        "human",      "interviewer", "it",        "jan",        "january",   "jul",
    "july",      "jun",        "june",        "ladies",    "le",         "madam",     "manager",
    "mar",       "march",      "may",         "miss",      "mittwoch",   "mon",       "monday",
    "montag",    "morning",    "mr",          "mrs",       "ms",         "mx",        "nov",
    "november",  "oct",        "october",     "on",        "panel",      "pdt",       "pm",
    "prof",      "professor",  "pst",         "recruiter", "recruiting", "resources", "samstag",
    "sat",       "saturday",   "sep",         "sept",      "september",  "sir",       "sirs",
    "sonntag",   "sun",        "sunday",      "sup",       "talent",     "team",      "the",
    "there",     "thu",        "thursday",    "to",        "tue",        "tuesday",   "uhr",
    "utc",       "wed",        "wednesday",   "what's",    "whom",       "wrote",     "yo",
};

}  // namespace

bool is_no_name(std::string_view word) {
  return std::binary_search(std::begin(no_names), std::end(no_names),
                            std::string_view(fold_case(word)));
}

void NameWords::add_words(std::string_view text) {
  for (const TextSpan word : words_in(text, {0, text.size()}))
    add(slice(text, word));
}

void NameWords::add_names(std::string_view text) {
  for (const TextSpan span : words_in(text, {0, text.size()})) {
    const std::string_view word = slice(text, span);
    const bool is_name = is_upper(decode_utf8(word, 0).value) && !is_no_name(word);
    if (is_name)
      add(word);
  }
}

void NameWords::add_mailbox(const Mailbox& mailbox) {
  add_words(mailbox.display_name);
  add_parts(std::string_view(mailbox.address).substr(0, mailbox.address.find('@')));
}

void NameWords::add_parts(std::string_view local_part) {
  std::size_t begin = 0;
  while (begin < local_part.size()) {
    const std::size_t end = std::min(local_part.find_first_of("._-+", begin), local_part.size());
    add_words(local_part.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::vector<std::string> NameWords::take() {
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  return std::move(words_);
}

// Single letters and numbers are no names, and nobody misspells them.
void NameWords::add(std::string_view word) {
  if (const std::size_t at = word.find('@'); at != std::string_view::npos) {
    add_parts(word.substr(0, at));  // ICU keeps an address together.
    return;
  }
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size() && letters < 2;) {
    const CodePoint point = decode_utf8(word, at);
    letters += is_letter(point.value) ? 1U : 0U;
    at += point.length;
  }
  if (letters < 2)
    return;
  words_.emplace_back(without_possessive(word));
}

}  // namespace mailcheck
