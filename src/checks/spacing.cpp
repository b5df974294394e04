#include "checks/spacing.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/one_of.hpp"
#include "base/unicode.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "spelling/frequent_words.hpp"

namespace mailcheck {
namespace {

bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter_byte(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_space_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Letters of a word that are looked at.
constexpr std::size_t letters_limit = 20;

/// A slip within a paragraph: the bytes to mark, and what should stand there.
struct Slip {
  std::size_t begin;
  std::size_t end;
  std::string right;
  std::string detail;
  bool is_prose = false;  ///< Surely no address, whatever it looks like.
};

/// The character at `i`, a space beyond either end.
char at(std::string_view text, std::size_t i) {
  return i < text.size() ? text[i] : ' ';
}

/// The length of the run of letters that ends before or begins at `i`; at most `limit`.
std::size_t letters_before(std::string_view text, std::size_t i, std::size_t limit) {
  std::size_t count = 0;
  while (count < limit && count < i && is_letter_byte(text[i - 1 - count]))
    ++count;
  return count;
}
std::size_t letters_from(std::string_view text, std::size_t i, std::size_t limit) {
  std::size_t count = 0;
  while (count < limit && i + count < text.size() && is_letter_byte(text[i + count]))
    ++count;
  return count;
}

/// The letters that end before or begin at `i`, at most `letters_limit` of them.
std::string_view word_before(std::string_view text, std::size_t i) {
  const std::size_t length = letters_before(text, i, letters_limit);
  return text.substr(i - length, length);
}
std::string_view word_from(std::string_view text, std::size_t i) {
  return text.substr(std::min(i, text.size()), letters_from(text, i, letters_limit));
}

/// “word ,” and “word .” on one line; “word ,word” is both slips in one.
std::optional<Slip> space_before(std::string_view text, std::size_t i) {
  const char mark = text[i];
  if (std::string_view(",.?!;").find(mark) == std::string_view::npos || i < 2 || text[i - 1] != ' ')
    return std::nullopt;
  const char next = at(text, i + 1);
  std::size_t begin = i;
  while (begin > 0 && text[begin - 1] == ' ')
    --begin;
  // “Well . . . no.”
  if (mark == '.' && at(text, i + 2) == '.')
    return std::nullopt;
  const bool swapped =
      mark == ',' && letters_before(text, begin, 2) == 2 && letters_from(text, i + 1, 2) == 2;
  if (begin == 0 || !is_letter_byte(text[begin - 1]) || (!is_space_byte(next) && !swapped))
    return std::nullopt;
  const std::string right = std::string(1, mark) + (swapped ? " " : "");
  return Slip{begin, i + 1, right, "space before “" + std::string(1, mark) + "”"};
}

/// “word,word” and “word;word”.
std::optional<Slip> space_missing(std::string_view text, std::size_t i) {
  const char mark = text[i];
  if ((mark != ',' && mark != ';') || letters_before(text, i, 2) < 2 ||
      letters_from(text, i + 1, 2) < 2)
    return std::nullopt;
  const std::size_t length = word_before(text, i).size();
  // “&nbsp;” is left over from HTML.
  if (mark == ';' && length < i && text[i - 1 - length] == '&')
    return std::nullopt;
  return Slip{i, i + 1, std::string(1, mark) + " ",
              mark == ',' ? "no space after the comma" : "no space after the semicolon"};
}

/// Whether `word` is written in lower case and often.
bool is_plain_word(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_lower) &&
         is_frequent_word(word);
}

/// “tour(the old one)” and “(the old one)was”; “f(x)” and “print(s)” are no slips.
std::optional<Slip> bracket_glued(std::string_view text, std::size_t i) {
  if (text[i] == '(') {
    const std::string_view before = word_before(text, i);
    const std::string_view inside = word_from(text, i + 1);
    if (!is_plain_word(before) || !is_plain_word(inside) || at(text, i + 1 + inside.size()) != ' ')
      return std::nullopt;
    return Slip{i, i + 1, " (", "no space before the bracket"};
  }
  const std::string_view before = word_before(text, i);
  const std::string_view after = word_from(text, i + 1);
  const bool is_phrase = before.size() < i && text[i - 1 - before.size()] == ' ';
  if (text[i] != ')' || !is_phrase || before.size() < 2 || !is_plain_word(after))
    return std::nullopt;
  return Slip{i, i + 1, ") ", "no space after the bracket"};
}

/// “time.thank you”: words that begin a sentence and no domain.
std::optional<Slip> lower_sentence_glued(std::string_view text, std::size_t i) {
  constexpr auto starters = std::to_array<std::string_view>(
      {"and", "but", "if", "please", "thank", "thanks", "that", "the", "there", "this", "we",
       "what", "when", "you", "your"});
  const std::string_view before = word_before(text, i);
  const std::string_view after = word_from(text, i + 1);
  const bool alone = before.size() == i || is_space_byte(text[i - 1 - before.size()]);
  if (std::string_view(".?!").find(text[i]) == std::string_view::npos || !alone ||
      before.size() < 3 || !is_plain_word(before) || !is_one_of(after, starters) ||
      !is_space_byte(at(text, i + 1 + after.size())))
    return std::nullopt;
  return Slip{i, i + 1, std::string(1, text[i]) + " ", "no space after the sentence", true};
}

/// “word?.” and “word,.”: of two marks the stronger stays. “Yahoo!.” is a name.
std::optional<Slip> clashing_marks(std::string_view text, std::size_t i) {
  const char next = at(text, i + 1);
  if (!is_space_byte(at(text, i + 2)) || i == 0 || !is_letter_byte(text[i - 1]))
    return std::nullopt;
  const bool is_name = is_ascii_upper(word_before(text, i).front());
  if ((text[i] == '?' || text[i] == '!') && next == '.' && !is_name)
    return Slip{i, i + 2, std::string(1, text[i]), "two marks at the end"};
  if ((text[i] == ',' || text[i] == ';') && (next == '.' || next == '?' || next == '!'))
    return Slip{i, i + 2, std::string(1, next), "two marks at the end"};
  return std::nullopt;
}

/// “role.Thank”: a full stop between a word and one that often begins a sentence.
std::optional<Slip> sentence_glued(std::string_view text, std::size_t i) {
  if (std::string_view(".?!").find(text[i]) == std::string_view::npos || i < 2 ||
      !is_ascii_lower(text[i - 1]) || !is_ascii_lower(text[i - 2]) ||
      !is_ascii_upper(at(text, i + 1)))
    return std::nullopt;
  const std::string_view next = word_from(text, i + 1);
  const bool is_word = next == "I" || (next.size() > 1 && is_frequent_word(to_lower(next)));
  if (!is_word || std::any_of(next.begin() + 1, next.end(), is_ascii_upper))
    return std::nullopt;
  return Slip{i, i + 1, std::string(1, text[i]) + " ", "no space after the sentence"};
}

/// “word..” and “word,,”; three full stops are an ellipsis.
std::optional<Slip> doubled_mark(std::string_view text, std::size_t i) {
  const char mark = text[i];
  if ((mark != '.' && mark != ',') || i == 0 || at(text, i + 1) != mark ||
      !is_letter_byte(text[i - 1]) || !is_space_byte(at(text, i + 2)))
    return std::nullopt;
  return Slip{i, i + 2, std::string(1, mark), mark == '.' ? "two full stops" : "two commas"};
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  const Verbatim& verbatim = context.derived.verbatim(context);
  std::vector<Hit> hits;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(regions, paragraph.region))
      continue;
    const std::string_view text = slice(all, paragraph.span);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (std::string_view(",.?!;()").find(text[i]) == std::string_view::npos)
        continue;
      std::optional<Slip> slip = doubled_mark(text, i);
      for (const auto find : {clashing_marks, space_before, space_missing, sentence_glued,
                              lower_sentence_glued, bracket_glued}) {
        if (!slip)
          slip = find(text, i);
      }
      if (!slip)
        continue;
      const TextSpan place{paragraph.span.begin + slip->begin, paragraph.span.begin + slip->end};
      i = slip->end - 1;
      // Behind an address a space keeps the mark out of it.
      const TextSpan around{place.begin - (place.begin > paragraph.span.begin ? 1U : 0U),
                            place.end};
      if (slip->is_prose ? is_code(context.draft, place) : verbatim.touches(around))
        continue;
      hits.push_back({.place = place,
                      .detail = std::move(slip->detail),
                      .repairs = {{.edits = {{place, std::move(slip->right)}}, .safe = true}}});
    }
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_spacing(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(
      params, "in",
      {RegionKind::greeting, RegionKind::body, RegionKind::closing, RegionKind::subject});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
