#include "checks/pattern_search.hpp"

#include <algorithm>
#include <utility>

#include "base/regex.hpp"
#include "checks/lazy_regex.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// Whether `text` holds `literal`, which is in lower case, without regard to ASCII case.
bool holds(std::string_view text, std::string_view literal) {
  return std::search(text.begin(), text.end(), literal.begin(), literal.end(),
                     [](char a, char b) { return ascii_lower(a) == b; }) != text.end();
}

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

/// A paragraph as patterns see it: one line.
struct JoinedParagraph {
  std::size_t begin;  // In the draft's text.
  std::string line;
};

std::vector<JoinedParagraph> join_paragraphs(const Draft& draft, const Text& text,
                                             std::span<const RegionKind> regions) {
  std::vector<JoinedParagraph> joined;
  for (const Paragraph& paragraph : text.paragraphs) {
    if (std::find(regions.begin(), regions.end(), paragraph.region) == regions.end())
      continue;
    std::string line(slice(draft.text, paragraph.span));
    std::replace(line.begin(), line.end(), '\n', ' ');
    joined.push_back({paragraph.span.begin, std::move(line)});
  }
  return joined;
}

}  // namespace

struct PatternSearch::Pattern {
  std::string source;
  std::string literal;  // every match holds it; empty when unknown
  LazyRegex for_short_texts;
  LazyRegex for_long_texts;

  const Regex& compiled(RegexUse use) {
    return use == RegexUse::short_texts ? for_short_texts.get(source, use)
                                        : for_long_texts.get(source, use);
  }
};

PatternSearch::PatternSearch(std::vector<std::string> patterns) {
  for (std::string& source : patterns) {
    auto pattern = std::make_unique<Pattern>();
    pattern->literal = required_literal(source);
    pattern->source = std::move(source);
    patterns_.push_back(std::move(pattern));
  }
}

PatternSearch::PatternSearch(PatternSearch&&) noexcept = default;
PatternSearch::~PatternSearch() = default;

std::vector<TextSpan> PatternSearch::find(const Draft& draft, const Text& text,
                                          std::span<const RegionKind> regions) const {
  std::vector<TextSpan> found;
  if (patterns_.empty())
    return found;
  // By the draft alone, so that what ran before never matters.
  const RegexUse use = draft.text.size() > long_text ? RegexUse::long_texts : RegexUse::short_texts;
  const std::vector<JoinedParagraph> paragraphs = join_paragraphs(draft, text, regions);
  for (const std::unique_ptr<Pattern>& pattern : patterns_) {
    for (const JoinedParagraph& paragraph : paragraphs) {
      if (!holds(paragraph.line, pattern->literal))
        continue;
      const std::string_view line = paragraph.line;
      for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = window_end(line, begin);
        const std::size_t base = paragraph.begin + begin;
        for (const Range match : pattern->compiled(use).find_all(line.substr(begin, end - begin)))
          found.push_back({base + match.begin, base + match.end});
        begin = end;
      }
    }
  }
  return found;
}

}  // namespace mailcheck
