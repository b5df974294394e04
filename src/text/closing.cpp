#include "text/closing.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "base/one_of.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "mail/ascii.hpp"
#include "text/lines.hpp"

namespace mailcheck {

namespace {

constexpr std::size_t closing_words = 6;
// “Thank you again for your patience and for the tour of the yard,” above a name.
constexpr std::size_t long_closing_words = 14;
// Bytes at the end of a line in which a closing and a name are looked for.
constexpr std::size_t closing_in_line_bytes = 120;
constexpr std::size_t signature_code_points = 100;

// Closings of fixed wording.
constexpr std::string_view phrases[] = {
    "adios",
    "bien cordialement",
    "big hug",
    "big hugs",
    "br",
    "bye",
    "bye for now",
    "catch ya later",
    "catch you later",
    "cheerio",
    "cheers",
    "ciao",
    "ciao for now",
    "cofion",
    "cofion cynnes",
    "cordialement",
    "cordiali saluti",
    "cu",
    "cya",
    "godspeed",
    "goodbye",
    "hasta la vista",
    "hasta luego",
    "have a good one",
    "hugs",
    "hugs and high fives",
    "hugs and kisses",
    "hugs to all",
    "keep it real",
    "kisses",
    "kr",
    "later",
    "later gator",
    "laters",
    "le gach dea-ghuí",
    "lots of hugs",
    "lots of love",
    "love",
    "love and light",
    "med vennlig hilsen",
    "met vriendelijke groet",
    "mind how you go",
    "mit freundlichen grüßen",
    "much love",
    "namaste",
    "night night",
    "over and out",
    "peace",
    "peace and love",
    "peace love",
    "peace out",
    "pip pip",
    "rgds",
    "saludos cordiales",
    "see ya",
    "see ya later",
    "see you",
    "see you around",
    "see you later",
    "see you later alligator",
    "see you soon",
    "sincerest regards",
    "smell ya later",
    "smell you later",
    "speak soon",
    "speak to you soon",
    "stay awesome",
    "stay cool",
    "ta",
    "ta ta",
    "ta ta for now",
    "ta-ra",
    "ta-ra for now",
    "take care",
    "take care lovely",
    "take it easy",
    "talk later",
    "talk soon",
    "talk to you later",
    "talk to you soon",
    "tara",
    "tatty bye",
    "thanx",
    "thnx",
    "thx",
    "tks",
    "toodle pip",
    "toodle-oo",
    "toodle-pip",
    "toodles",
    "tot ziens",
    "ttfn",
    "ttyl",
    "ttys",
    "ty",
    "tysm",
    "tyvm",
    "un cordial saludo",
    "until next time",
    "until then",
    "until we meet again",
    "v/r",
    "viele grüße",
    "vr",
    "warm hugs",
    "with love",
    "xo",
    "xoxo",
    "xx",
    "xxx",
    "your friend",
    "your mate",
    "your pal",
    "yours",
};

// A closing is any row of these words that holds one of the first list, or “thank you”.
constexpr std::string_view cores[] = {
    "appreciation", "appreciatively", "best",    "cordially", "faithfully", "gratefully",
    "gratitude",    "greetings",      "respect", "regard",    "regards",    "respectfully",
    "sincerely",    "thankfully",     "thanks",  "truly",     "warmly",     "wishes",
};
constexpr std::string_view additions[] = {
    "a",       "advance",   "again",   "all",   "and",     "cordial",  "deepest", "ever",
    "good",    "great",     "in",      "kind",  "kindest", "kindly",   "lot",     "lots",
    "many",    "million",   "most",    "much",  "my",      "of",       "our",     "respects",
    "sincere", "sincerest", "so",      "thank", "the",     "thousand", "to",      "ton",
    "very",    "warm",      "warmest", "with",  "you",     "your",     "yours",
};
// Further words of “Thank you for your time,”, which must end in a comma.
constexpr std::string_view reasons[] = {"consideration", "for", "help", "support", "time"};

// Without a comma before the name only these are sure: “Best regards Dana”.
constexpr std::string_view sure_cores[] = {"regards", "respectfully", "sincerely", "wishes"};

constexpr std::string_view abbreviations[] = {"ave",  "co",  "corp", "dr",  "esq", "inc", "jr",
                                              "llc",  "ltd", "mr",   "mrs", "ms",  "mx",  "ph.d",
                                              "prof", "rd",  "sr",   "st",  "tel", "ext"};

constexpr std::string_view name_particles[] = {"al",  "and", "bin", "da",  "de", "del", "den",
                                               "der", "di",  "du",  "el",  "la", "le",  "of",
                                               "ten", "ter", "van", "von", "y",  "zu",  "&"};

// Capitalised words with which sentences and headings begin, never a name on its own line.
constexpr std::string_view no_names[] = {
    "a",       "also",   "and",       "again", "as",   "attached", "but",  "congratulations",
    "for",     "great",  "hello",     "hey",   "hi",   "how",      "i",    "i'm",
    "i've",    "if",     "in",        "it",    "my",   "no",       "ok",   "okay",
    "on",      "please", "regarding", "re",    "so",   "sorry",    "sure", "thank",
    "thanks",  "that",   "the",       "this",  "to",   "we",       "well", "what",
    "when",    "with",   "yes",       "you",   "your", "looking",  "hope", "hoping",
    "subject", "next",   "best",      "good",  "have", "enjoy",
};

using Words = std::span<const LineWord>;

bool is_fixed_phrase(Words words) {
  std::string joined;
  for (const LineWord& word : words) {
    if (!joined.empty())
      joined += ' ';
    joined += word.key;
  }
  return is_one_of(joined, phrases);
}

// A mark inside ends the closing: “Thanks. Best” is two things. A comma may join two closings.
bool has_inner_mark(Words words) {
  return std::any_of(words.begin(), std::prev(words.end()),
                     [](const LineWord& word) { return word.mark != 0 && word.mark != ','; });
}

bool is_closing_phrase(Words words) {
  if (words.empty() || words.size() > closing_words || has_inner_mark(words))
    return false;
  if (words.back().mark == '?')
    return false;
  if (is_fixed_phrase(words) && !words.front().is_placeholder)
    return true;
  const bool has_comma = words.back().mark == ',';
  bool has_core = false;
  bool has_thank = false;
  for (const LineWord& word : words) {
    if (word.is_placeholder)
      return false;
    const bool is_core = is_one_of(word.key, cores);
    if (!is_core && !is_one_of(word.key, additions) && !(has_comma && is_one_of(word.key, reasons)))
      return false;
    has_core = has_core || is_core || (has_thank && word.key == "you");
    has_thank = word.key == "thank";
  }
  return has_core;
}

// Words that hold a letter or a digit; decorations (dashes, emoji, asterisks) are left out.
std::vector<LineWord> real_words(std::string_view line, std::size_t limit) {
  std::vector<LineWord> words = line_words(line, limit);
  std::erase_if(words, [](const LineWord& word) { return word.key.empty(); });
  return words;
}

bool is_dash_at(std::string_view line, const LineWord& word) {
  return word.key.empty() && (line[word.begin] == '-' || (line[word.begin] & 0x80) != 0);
}

bool is_sure(Words words) {
  return std::any_of(words.begin(), words.end(),
                     [](const LineWord& word) { return is_one_of(word.key, sure_cores); });
}

// Reads “Best, Dana” from `begin` of the line to its end.
std::optional<ClosingInLine> closing_and_name(std::string_view line, std::size_t begin) {
  const std::string_view tail = line.substr(begin);
  const std::vector<LineWord> words = line_words(tail, 12);
  // The longest closing that leaves a name.
  for (std::size_t count = std::min(words.size(), closing_words); count > 0; --count) {
    const Words closing = Words(words).first(count);
    if (!is_closing_phrase(closing))
      continue;
    std::size_t end = closing.back().end;
    std::size_t next = count;
    bool is_separated = closing.back().mark != 0;
    if (next < words.size() && is_dash_at(tail, words[next])) {
      end = words[next].end;
      is_separated = true;
      ++next;
    }
    if (next == words.size()) {
      // At the end of a text line only a comma makes “Thank you” a closing.
      if (begin == 0 || closing.back().mark != ',')
        return std::nullopt;
      return ClosingInLine{begin, begin + end, line.size()};
    }
    if (!is_separated && !is_sure(closing))
      continue;
    std::size_t name = words[next].begin;
    if (is_name(tail.substr(name)))
      return ClosingInLine{begin, begin + end, begin + name};
  }
  return std::nullopt;
}

// “J.”, “Jr.”, “Inc.”: what may end in a full stop without ending a sentence.
bool is_initial_or_suffix(const LineWord& word) {
  return utf8_prefix(word.key, 1) == word.key || is_one_of(word.key, abbreviations);
}

}  // namespace

bool is_closing(std::string_view line) {
  if (line.size() > 80)
    return false;
  const std::vector<LineWord> words = real_words(line, closing_words + 1);
  return is_closing_phrase(words);
}

bool is_closing_above_name(std::string_view line) {
  if (line.size() > closing_in_line_bytes)
    return false;
  const std::vector<LineWord> words = real_words(line, long_closing_words + 1);
  if (words.empty() || words.size() > long_closing_words || words.back().mark != ',' ||
      has_inner_mark(words))
    return false;
  return std::any_of(words.begin(), words.end(), [](const LineWord& word) {
    return !word.is_placeholder &&
           (is_one_of(word.key, cores) || word.key == "thank" || word.key == "cheers");
  });
}

std::optional<ClosingInLine> closing_in(std::string_view line) {
  std::size_t from = 0;
  if (line.size() > closing_in_line_bytes) {
    from = line.size() - closing_in_line_bytes;
  } else if (const auto found = closing_and_name(line, 0)) {
    return found;
  }
  for (std::size_t at = from; at + 1 < line.size(); ++at) {
    const bool is_end = line[at] == '.' || line[at] == '!' || line[at] == '?';
    if (!is_end || line[at + 1] != ' ')
      continue;
    const std::size_t begin = line.find_first_not_of(' ', at + 1);
    if (begin == std::string_view::npos)
      break;
    if (const auto found = closing_and_name(line, begin))
      return found;
  }
  return std::nullopt;
}

bool is_name(std::string_view line) {
  if (line.size() > 120)
    return false;
  std::vector<LineWord> words = line_words(line, 8);
  bool has_dash = false;
  if (!words.empty() && words[0].key.empty()) {
    has_dash = is_dash_at(line, words[0]) || line[words[0].begin] == '~';
    words.erase(words.begin());
  } else if (line.starts_with('-') || line.starts_with('~')) {
    has_dash = true;
  }
  std::erase_if(words, [](const LineWord& word) { return word.key.empty(); });
  if (words.empty() || words.size() > 6)
    return false;
  // A template's name, not filled in.
  if (words.size() == 2 && words[0].key == "your" && words[1].key == "name")
    return true;
  std::size_t capitals = 0;
  std::size_t after_comma = 0;
  bool had_comma = false;
  for (const LineWord& word : words) {
    const bool is_last = &word == &words.back();
    const bool allows_stop = is_initial_or_suffix(word);
    if (word.mark != 0 && word.mark != ',' && !(word.mark == '.' && (allows_stop || is_last)))
      return false;
    if (word.mark == '.' && is_last && !allows_stop && words.size() > 3)
      return false;
    const bool has_digit = std::any_of(word.key.begin(), word.key.end(), is_ascii_digit);
    if (has_digit && !word.is_placeholder)
      return false;
    capitals += word.is_capital ? 1 : 0;
    if (!word.is_capital && !is_one_of(word.key, name_particles) &&
        !(has_dash && words.size() == 1))
      return false;
    after_comma += had_comma ? 1 : 0;
    had_comma = had_comma || word.mark == ',';
  }
  if (after_comma > 3)
    return false;
  if (is_one_of(words[0].key, no_names) && !words[0].is_placeholder)
    return false;
  return capitals > 0 || has_dash;
}

bool is_signature_line(std::string_view line) {
  if (line.size() > 4 * signature_code_points || count_code_points(line) > signature_code_points)
    return false;
  const std::vector<LineWord> words = line_words(line, 16);
  if (words.size() > 14)
    return false;
  const bool is_contact =
      line.find('@') != std::string_view::npos || line.find("://") != std::string_view::npos ||
      line.find("www.") != std::string_view::npos || line.find('|') != std::string_view::npos;
  if (is_contact || words.empty() || is_name(line))
    return true;
  const char last = line.back();
  if (last == '.')
    return is_initial_or_suffix(words.back()) || words.back().key.empty();
  return last != '!' && last != '?' && (last != ':' || words.size() < 4);
}

bool is_postscript(std::string_view line) {
  const std::vector<LineWord> words = line_words(line, 2);
  if (words.empty())
    return false;
  const std::string& key = words[0].key;
  if (key == "p.s" || key == "p.p.s" || key == "postscript")
    return true;
  const bool is_marked = words[0].mark != 0 || (words.size() > 1 && words[1].key.empty());
  return (key == "ps" || key == "pps") && (is_marked || words[0].is_capital);
}

bool is_device_line(std::string_view line) {
  if (line.size() > 100)
    return false;
  const std::string folded = fold_case(line);
  for (const std::string_view start :
       {"sent from my ", "sent from mail for", "sent from outlook", "sent via ", "get outlook for ",
        "envoyé de mon ", "von meinem ", "sent with "}) {
    if (folded.starts_with(start))
      return true;
  }
  return false;
}

}  // namespace mailcheck
