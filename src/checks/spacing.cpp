#include "checks/spacing.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

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

/// A slip within a paragraph: the bytes to mark, and what should stand there.
struct Slip {
  std::size_t begin;
  std::size_t end;
  std::string right;
  std::string detail;
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

/// “word ,” and “word .” on one line.
std::optional<Slip> space_before(std::string_view text, std::size_t i) {
  const char mark = text[i];
  if (std::string_view(",.?!").find(mark) == std::string_view::npos || i < 2 || text[i - 1] != ' ')
    return std::nullopt;
  const char next = at(text, i + 1);
  std::size_t begin = i;
  while (begin > 0 && text[begin - 1] == ' ')
    --begin;
  if (!is_space_byte(next) || begin == 0 || !is_letter_byte(text[begin - 1]))
    return std::nullopt;
  return Slip{begin, i + 1, std::string(1, mark), "space before “" + std::string(1, mark) + "”"};
}

/// “word,word”.
std::optional<Slip> space_missing(std::string_view text, std::size_t i) {
  if (text[i] != ',' || letters_before(text, i, 2) < 2 || letters_from(text, i + 1, 2) < 2)
    return std::nullopt;
  return Slip{i, i + 1, ", ", "no space after the comma"};
}

/// “role.Thank”: a full stop between a word and one that often begins a sentence.
std::optional<Slip> sentence_glued(std::string_view text, std::size_t i) {
  if (std::string_view(".?!").find(text[i]) == std::string_view::npos || i < 2 ||
      !is_ascii_lower(text[i - 1]) || !is_ascii_lower(text[i - 2]) ||
      !is_ascii_upper(at(text, i + 1)))
    return std::nullopt;
  const std::size_t length = letters_from(text, i + 1, 20);
  const std::string_view next = text.substr(i + 1, length);
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
  const Verbatim& verbatim = context.derived().verbatim(context);
  std::vector<Hit> hits;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(regions, paragraph.region))
      continue;
    const std::string_view text = slice(all, paragraph.span);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (std::string_view(",.?!").find(text[i]) == std::string_view::npos)
        continue;
      std::optional<Slip> slip = doubled_mark(text, i);
      for (const auto find : {space_before, space_missing, sentence_glued}) {
        if (!slip)
          slip = find(text, i);
      }
      if (!slip)
        continue;
      const TextSpan place{paragraph.span.begin + slip->begin, paragraph.span.begin + slip->end};
      i = slip->end - 1;
      if (verbatim.touches(place))
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
