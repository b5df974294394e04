#include "checks/exclamation_marks.hpp"

#include <algorithm>

#include "checks/own_text.hpp"
#include "checks/phrase.hpp"
#include "checks/verbatim.hpp"

namespace mailcheck {
namespace {

std::vector<Hit> run(const Context& context, std::size_t max,
                     const std::vector<RegionKind>& regions) {
  const std::string_view all = context.draft.text;
  std::vector<Hit> hits;
  std::size_t count = 0;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!holds(regions, paragraph.region))
      continue;
    for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;) {
      if (all[at] != '!') {
        ++at;
        continue;
      }
      const TextSpan mark{at, std::min(all.find_first_not_of('!', at), paragraph.span.end)};
      at = mark.end;
      // “!=” and “!important” are code.
      const bool ends_something =
          mark.end == all.size() ||
          std::string_view(" \n\t\"')”’*_<").find(all[mark.end]) != std::string_view::npos ||
          static_cast<unsigned char>(all[mark.end]) >= 0x80;
      if (ends_something && !is_code(context.draft, mark) && ++count > max)
        hits.push_back({.place = mark});
    }
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_exclamation_marks(const Params& params) {
  const Result<std::int64_t> max = params.integer("max", 1);
  if (!max)
    return max.error();
  Result<std::vector<RegionKind>> regions =
      region_list(params, "in", {RegionKind::subject, RegionKind::body, RegionKind::closing});
  if (!regions)
    return regions.error();
  return CheckFunction([limit = static_cast<std::size_t>(*max), kinds = *std::move(regions)](
                           const Context& context) { return run(context, limit, kinds); });
}

}  // namespace mailcheck
