#pragma once

// What most checks look for: phrases and patterns in some regions of the mail.

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "checks/check.hpp"
#include "checks/pattern_search.hpp"

namespace mailcheck {

/// Cannot be copied, because compiled patterns cannot; a check shares one.
struct Wordings {
  PhraseGroup phrases;
  PatternSearch patterns;
  std::vector<RegionKind> regions;

  /// Reads the parameters `phrases`, `patterns` and `in`. An Error when there is neither a phrase
  /// nor a pattern; `purpose` ends its sentence, "what to look for".
  static Result<Wordings> from(const Params& params, std::vector<RegionKind> regions,
                               std::string_view purpose);

  /// Matches of the phrases in the regions, in order of the text.
  [[nodiscard]] std::vector<PhraseMatch> found_phrases(const Context& context) const;
  /// Matches of the patterns there, in order of the patterns, then of the text.
  [[nodiscard]] std::vector<TextSpan> found_patterns(const Context& context) const;
};

}  // namespace mailcheck
