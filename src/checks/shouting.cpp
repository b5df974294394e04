#include "checks/shouting.hpp"

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/common_words.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "checks/verbatim.hpp"

namespace mailcheck {
namespace {

/// Single words that are shorter may be any acronym.
constexpr std::size_t shortest_lone_word = 4;

/// Acronyms that are also everyday words.
constexpr std::string_view acronyms[] = {
    "am",   "art",   "at",   "back", "base", "can", "care", "en",   "fast",  "for",
    "goal", "hands", "hi",   "home", "in",   "is",  "it",   "lead", "learn", "make",
    "may",  "me",    "on",   "or",   "pa",   "pm",  "role", "safe", "set",   "smart",
    "star", "start", "step", "team", "time", "us",  "who"};

/// Words by which a line in capitals speaks to somebody, which a heading does not.
constexpr std::string_view addressing_words[] = {
    "am",  "are",    "i",  "i'm",   "i've",   "i’m", "i’ve", "is",  "me", "my",   "never", "not",
    "our", "please", "so", "thank", "thanks", "us",  "very", "was", "we", "were", "you",   "your"};

enum class Case { other, neutral, acronym, shouted };

struct Shout {
  TextSpan span;
  std::size_t shouted = 0;  ///< everyday words in it
  std::size_t acronyms = 0;
  std::size_t longest = 0;  ///< letters of the longest of them
};

/// “I” and “A” are upper-case anyway; an acronym is a word in capitals that is no everyday word.
Case case_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const CodePoint point = decode_utf8(word, offset);
    if (is_lower(point.value) || is_digit(point.value))
      return Case::other;
    if (is_letter(point.value))
      ++letters;
    offset += point.length;
  }
  if (letters < 2)
    return Case::neutral;
  const std::string lower = to_lower(word);
  const bool known_acronym =
      std::find(std::begin(acronyms), std::end(acronyms), lower) != std::end(acronyms);
  return is_common_word(lower) && !known_acronym ? Case::shouted : Case::acronym;
}

bool is_loud(const Shout& shout, std::size_t words) {
  if (shout.shouted == 0)
    return false;
  return shout.shouted >= 2 || shout.longest >= shortest_lone_word || words >= 3;
}

bool has_lower_case(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = decode_utf8(text, offset);
    if (is_lower(point.value))
      return true;
    offset += point.length;
  }
  return false;
}

bool speaks_to_somebody(std::string_view text) {
  const std::vector<Range> words = word_ranges(text);
  return std::any_of(words.begin(), words.end(), [&](const Range& range) {
    const std::string word = to_lower(text.substr(range.begin, range.end - range.begin));
    return std::find(std::begin(addressing_words), std::end(addressing_words), word) !=
           std::end(addressing_words);
  });
}

/// Whether a line of the body in capitals only names what follows: a heading.
bool is_heading(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return !line.empty() && std::string_view(".!?,").find(line.back()) == std::string_view::npos &&
         !has_lower_case(line) && !speaks_to_somebody(line);
}

/// “DBX WORK”: among as many acronyms an everyday word is part of a name.
bool is_name(std::string_view all, const Shout& shout) {
  return shout.acronyms > 0 && shout.acronyms >= shout.shouted &&
         !speaks_to_somebody(slice(all, shout.span));
}

/// “NOTE: the lift is out of order.”
bool is_label(std::string_view all, TextSpan span) {
  return all.substr(span.end).starts_with(':') && !speaks_to_somebody(slice(all, span));
}

std::string_view line_at(std::string_view all, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : all.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return all.substr(begin, all.find('\n', at) - begin);
}

/// Whether the word stands in an unfilled slot, “<JOB TITLE>”, which another rule reports.
bool in_slot(std::string_view all, std::size_t begin) {
  constexpr std::size_t window = 40;
  const std::size_t from = begin > window ? begin - window : 0;
  const std::size_t mark = all.substr(from, begin - from).find_last_of("[]<>{}%\n");
  return mark != std::string_view::npos &&
         std::string_view("[<{%").find(all[from + mark]) != std::string_view::npos;
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  Shout shout;
  std::size_t words = 0;
  std::uint32_t sentence = 0;
  RegionKind region = RegionKind::body;
  const auto finish = [&] {
    const bool is_loud_here =
        is_loud(shout, words) && !is_name(all, shout) &&
        (region != RegionKind::body ||
         (!is_label(all, shout.span) && !is_heading(line_at(all, shout.span.begin))));
    if (is_loud_here)
      hits.push_back({.place = shout.span});
    shout = {};
    words = 0;
  };
  for (const Word& word : context.text.words) {
    if (words > 0 && word.sentence != sentence)
      finish();
    if (!holds(regions, word.region))
      continue;
    const std::string_view written = slice(all, word.span);
    const Case found = case_of(written);
    if (found == Case::other || is_code(context.draft, word.span) ||
        (found == Case::shouted && in_slot(all, word.span.begin))) {
      finish();
      continue;
    }
    if (found == Case::neutral)
      continue;
    if (words == 0)
      shout.span.begin = word.span.begin;
    shout.span.end = word.span.end;
    sentence = word.sentence;
    region = word.region;
    ++words;
    shout.acronyms += found == Case::acronym ? 1U : 0U;
    if (found == Case::shouted) {
      ++shout.shouted;
      shout.longest = std::max(shout.longest, count_code_points(written));
    }
  }
  finish();
  return hits;
}

}  // namespace

Result<CheckFunction> make_shouting(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(
      params, "in",
      {RegionKind::subject, RegionKind::greeting, RegionKind::body, RegionKind::closing});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
