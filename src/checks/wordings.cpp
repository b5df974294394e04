#include "checks/wordings.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "checks/own_text.hpp"
#include "checks/phrase.hpp"

namespace mailcheck {

Result<Wordings> Wordings::from(const Params& params, std::vector<RegionKind> regions,
                                std::string_view purpose) {
  const Result<PhraseGroup> phrases = params.phrases("phrases");
  if (!phrases)
    return phrases.error();
  Result<std::vector<PatternSource>> patterns = params.patterns("patterns");
  if (!patterns)
    return std::move(patterns).error();
  Result<std::vector<RegionKind>> where = region_list(params, "in", std::move(regions));
  if (!where)
    return std::move(where).error();
  if (!phrases->present && patterns->empty())
    return params.error_at("name", fmt::format("“phrases” or “patterns” must say {}", purpose));
  return Wordings{.phrases = *phrases,
                  .patterns = PatternSearch(*std::move(patterns)),
                  .regions = *std::move(where)};
}

std::vector<PhraseMatch> Wordings::found_phrases(const Context& context) const {
  const auto all = context.phrases.of(phrases);
  std::vector<PhraseMatch> found;
  std::copy_if(all.begin(), all.end(), std::back_inserter(found),
               [&](const PhraseMatch& match) { return holds(regions, match.region); });
  return found;
}

std::vector<TextSpan> Wordings::found_patterns(const Context& context) const {
  return patterns.find(context, regions);
}

}  // namespace mailcheck
