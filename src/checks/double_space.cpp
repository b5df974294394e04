#include "checks/double_space.hpp"

#include <algorithm>
#include <utility>

#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/phrase.hpp"

namespace mailcheck {
namespace {

/// More in one mail are columns, lines that a program has justified, or a habit.
constexpr std::size_t most_slips = 3;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// The runs of exactly two spaces between letters; longer runs make it a table.
std::vector<TextSpan> double_spaces(std::string_view text, std::size_t offset) {
  std::vector<TextSpan> places;
  for (std::size_t begin = text.find("  "); begin != std::string_view::npos;
       begin = text.find("  ", begin)) {
    const std::size_t end = std::min(text.find_first_not_of(' ', begin), text.size());
    const bool inside = begin > 0 && end < text.size();
    const bool indents = !inside || text[begin - 1] == '\n' || text[end] == '\n';
    if (!indents && end - begin > 2)
      return {};
    if (!indents && is_word_byte(text[begin - 1]) && is_word_byte(text[end]))
      places.push_back({offset + begin, offset + end});
    begin = end;
  }
  return places;
}

std::vector<Hit> run(const Context& context, const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  const Verbatim& verbatim = context.derived.verbatim(context);
  std::vector<Hit> hits;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(regions, paragraph.region))
      continue;
    const std::vector<TextSpan> places =
        double_spaces(slice(all, paragraph.span), paragraph.span.begin);
    for (const TextSpan place : places) {
      if (!verbatim.touches(place))
        hits.push_back({.place = place, .repairs = {{.edits = {{place, " "}}, .safe = true}}});
    }
  }
  if (hits.size() > most_slips)
    hits.clear();
  return hits;
}

}  // namespace

Result<CheckFunction> make_double_space(const Params& params) {
  Result<std::vector<RegionKind>> regions = region_list(params, "in", {RegionKind::body});
  if (!regions)
    return regions.error();
  return CheckFunction(
      [kinds = *std::move(regions)](const Context& context) { return run(context, kinds); });
}

}  // namespace mailcheck
