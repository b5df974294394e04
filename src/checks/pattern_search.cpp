#include "checks/pattern_search.hpp"

#include <algorithm>
#include <utility>

#include "base/regex.hpp"
#include "checks/lazy_regex.hpp"
#include "checks/pattern_text.hpp"

namespace mailcheck {
namespace {

/// The end of the piece of `paragraph` that begins at `begin`: at a blank, if there is one near.
std::size_t window_end(std::string_view paragraph, std::size_t begin) {
  if (paragraph.size() - begin <= pattern_window)
    return paragraph.size();
  const std::size_t blank = paragraph.rfind(' ', begin + pattern_window);
  if (blank != std::string_view::npos && blank > begin)
    return blank;
  std::size_t end = begin + pattern_window;
  while (end > begin + 1 && (static_cast<unsigned char>(paragraph[end]) & 0xC0) == 0x80)
    --end;  // never inside a code point
  return end;
}

/// Whether the pattern may match in a paragraph. One that is searched in pieces may be cut in a
/// word, where no edge is.
bool may_match(const PatternText& text, const PatternNeeds& needs, TextSpan paragraph) {
  return paragraph.size() > pattern_window || text.may_match(needs, paragraph);
}

}  // namespace

struct PatternSearch::Pattern {
  explicit Pattern(PatternSource given) : pattern(std::move(given)) {}

  PatternSource pattern;
  LazyRegex for_short_texts;
  LazyRegex for_long_texts;

  const Regex& compiled(RegexUse use, PatternOrigin origin) {
    return use == RegexUse::short_texts ? for_short_texts.get(pattern.source, use, origin)
                                        : for_long_texts.get(pattern.source, use, origin);
  }
};

PatternSearch::PatternSearch(std::vector<PatternSource> patterns) {
  patterns_.reserve(patterns.size());
  for (PatternSource& pattern : patterns)
    patterns_.push_back(std::make_unique<Pattern>(std::move(pattern)));
}

PatternSearch::PatternSearch(PatternSearch&&) noexcept = default;
PatternSearch::~PatternSearch() = default;

std::vector<TextSpan> PatternSearch::find(const Context& context,
                                          std::span<const RegionKind> regions) const {
  std::vector<TextSpan> found;
  const PatternText& text = context.pattern_text;
  // By the draft alone, so that what ran before never matters.
  const RegexUse use =
      text.line().size() > long_text ? RegexUse::long_texts : RegexUse::short_texts;
  for (const std::unique_ptr<Pattern>& pattern : patterns_) {
    const PatternNeeds& needs = pattern->pattern.needs;
    if (!text.may_match(needs.case_matters, needs.texts))
      continue;
    for (const Paragraph& paragraph : context.text.paragraphs) {
      if (std::find(regions.begin(), regions.end(), paragraph.region) == regions.end() ||
          !may_match(text, needs, paragraph.span))
        continue;
      const std::string_view line = slice(text.line(), paragraph.span);
      for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = window_end(line, begin);
        const std::size_t base = paragraph.span.begin + begin;
        const Regex& regex = pattern->compiled(use, context.budget.origin());
        for (const Range match : regex.find_all(line.substr(begin, end - begin), context.budget))
          found.push_back({base + match.begin, base + match.end});
        begin = end;
      }
    }
  }
  return found;
}

}  // namespace mailcheck
