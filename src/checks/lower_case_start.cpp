#include "checks/lower_case_start.hpp"

#include <array>
#include <string>
#include <utility>

#include "base/one_of.hpp"
#include "base/sentence_end.hpp"
#include "base/unicode.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "checks/quotation.hpp"

namespace mailcheck {
namespace {

constexpr std::string_view blanks = " \t\n";

bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// How sentences begin and hardly anything after an abbreviation goes on.
constexpr auto starters = std::to_array<std::string_view>(
    {"after", "although", "because", "could",  "he",   "how",   "if",     "it",
     "let",   "my",       "our",     "please", "she",  "thank", "thanks", "that",
     "the",   "there",    "these",   "they",   "this", "those", "we",     "what",
     "when",  "where",    "while",   "would",  "you",  "your"});

/// The word in lower case that begins at `i`, when sentences begin so; else nothing.
std::string_view plain_word_at(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() && is_ascii_lower(text[end]))
    ++end;
  const std::string_view word = text.substr(i, end - i);
  const bool ends =
      end == text.size() || std::string_view(" \t\n,").find(text[end]) != std::string_view::npos;
  return ends && is_one_of(word, starters) ? word : std::string_view();
}

/// Words of the dictionary whose full stop is no end, beside those of `continues_sentence`.
constexpr auto shortened = std::to_array<std::string_view>(
    {"abbr", "approx", "assoc", "asst", "avg",  "dept", "est",  "etc",  "excl", "ext",
     "hrs",  "inc",    "incl",  "max",  "mgr",  "min",  "mins", "misc", "orig", "ref",
     "sec",  "secs",   "std",   "tel",  "temp", "vol",  "wks",  "yrs"});

/// Whether the full stop, question or exclamation mark at `i` ends a sentence, for all that stands
/// before it. UAX #29 asks for a capital behind a full stop, so that its sentences do not tell.
bool ends_sentence(const Speller& speller, std::string_view text, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && is_ascii_lower(text[begin - 1]))
    --begin;
  const std::string_view word = text.substr(begin, i - begin);
  const bool alone =
      begin == 0 || std::string_view(" \t\n'(\"").find(text[begin - 1]) != std::string_view::npos;
  return alone && word.size() > (text[i] == '.' ? 2U : 1U) && !is_one_of(word, shortened) &&
         speller.knows(word) && !continues_sentence(text.substr(0, i + 1), "The");
}

bool ends_in_full_stop(std::string_view paragraph) {
  return !paragraph.empty() &&
         std::string_view(".?!").find(paragraph.back()) != std::string_view::npos;
}

class Search {
 public:
  explicit Search(const Context& context)
      : context_(context), all_(context.draft.text), verbatim_(context.derived.verbatim(context)) {}

  std::vector<Hit> run(const std::vector<RegionKind>& regions) {
    const Paragraph* before = nullptr;
    for (const Paragraph& paragraph : context_.text.paragraphs) {
      if (!holds(regions, paragraph.region))
        continue;
      const std::string_view text = slice(all_, paragraph.span);
      const bool follows = before != nullptr && ends_in_full_stop(slice(all_, before->span)) &&
                           ends_in_full_stop(text) && !is_list_item(text);
      if (follows)
        flag(paragraph.span.begin, plain_word_at(text, 0));
      read(text, paragraph.span.begin);
      before = &paragraph;
    }
    return hits_;
  }

 private:
  void read(std::string_view text, std::size_t offset) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
      if (std::string_view(".?!").find(text[i]) == std::string_view::npos ||
          blanks.find(text[i + 1]) == std::string_view::npos)
        continue;
      const std::size_t next = text.find_first_not_of(blanks, i + 1);
      if (next == std::string_view::npos)
        return;
      const std::string_view word = plain_word_at(text, next);
      if (!word.empty() && ends_sentence(context_.speller, text, i))
        flag(offset + next, word);
    }
  }

  void flag(std::size_t begin, std::string_view word) {
    const TextSpan place{begin, begin + word.size()};
    if (word.empty() || verbatim_.touches(place) || is_within_quotation(all_, place))
      return;
    hits_.push_back({.place = place,
                     .detail = capitalize(word),
                     .repairs = {{.edits = {{place, capitalize(word)}}, .safe = true}}});
  }

  const Context& context_;
  std::string_view all_;
  const Verbatim& verbatim_;
  std::vector<Hit> hits_;
};

}  // namespace

Result<CheckFunction> make_lower_case_start(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(params, "in", {RegionKind::body});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return Search(context).run(kinds); });
}

}  // namespace mailcheck
