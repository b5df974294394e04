#include "checks/quote_share.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "checks/own_text.hpp"

namespace mailcheck {
namespace {

std::size_t count_own_lines(const Context& context) {
  std::size_t lines = 0;
  for (const Paragraph& paragraph : context.text.paragraphs) {
    if (!is_own(paragraph.region))
      continue;
    const std::string_view text = slice(std::string_view(context.draft.text), paragraph.span);
    lines += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }
  return lines;
}

/// The first line of what is quoted, its attribution included.
TextSpan first_line(const Context& context) {
  for (const Region& region : context.text.regions) {
    if (region.kind != RegionKind::quote && region.kind != RegionKind::attribution)
      continue;
    const std::size_t end = context.draft.text.find('\n', region.span.begin);
    return {region.span.begin, std::min(end, region.span.end)};
  }
  return {context.draft.body.begin, context.draft.body.begin};
}

}  // namespace

Result<CheckFunction> make_quote_share(const Params& params) {
  const Result<std::int64_t> lines = params.integer("lines", 80, 1);
  if (!lines)
    return lines.error();
  const Result<std::int64_t> times = params.integer("times", 5, 1, 1000);
  if (!times)
    return times.error();
  const Result<bool> alone = params.boolean("alone", false);
  if (!alone)
    return alone.error();
  return CheckFunction([least = static_cast<std::size_t>(*lines),
                        factor = static_cast<std::size_t>(*times),
                        only = *alone](const Context& context) {
    const std::size_t quoted = context.text.quoted_lines;
    const std::size_t own = count_own_lines(context);
    const bool is_hit = only ? quoted > 0 && count_own_words(context.text) == 0
                             : quoted >= least && own > 0 && quoted >= own * factor;
    if (!is_hit)
      return std::vector<Hit>();
    return std::vector<Hit>{
        {.place = first_line(context), .detail = fmt::format("{} quoted lines", quoted)}};
  });
}

}  // namespace mailcheck
