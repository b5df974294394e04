#include "checks/pattern_search.hpp"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <optional>
#include <utility>

#include "base/regex.hpp"
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

}  // namespace

struct PatternSearch::Pattern {
  std::string source;
  std::string literal;  // every match holds it; empty when unknown
  std::once_flag once;
  std::optional<Regex> regex;

  const Regex& compiled() {
    std::call_once(once, [&] {
      Result<Regex> result = Regex::compile(source);
      assert(result.has_value());
      regex = *std::move(result);
    });
    return *regex;
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
  for (const std::unique_ptr<Pattern>& pattern : patterns_) {
    for (const Paragraph& paragraph : text.paragraphs) {
      if (std::find(regions.begin(), regions.end(), paragraph.region) == regions.end())
        continue;
      std::string joined(slice(draft.text, paragraph.span));
      std::replace(joined.begin(), joined.end(), '\n', ' ');
      if (!holds(joined, pattern->literal))
        continue;
      for (std::size_t begin = 0; begin < joined.size();) {
        const std::size_t end = window_end(joined, begin);
        const std::size_t base = paragraph.span.begin + begin;
        for (const Range match :
             pattern->compiled().find_all(std::string_view(joined).substr(begin, end - begin)))
          found.push_back({base + match.begin, base + match.end});
        begin = end;
      }
    }
  }
  return found;
}

}  // namespace mailcheck
