#include "checks/missing_specifics.hpp"

#include <string_view>

#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/place.hpp"
#include "checks/specifics.hpp"

namespace mailcheck {
namespace {

std::string_view description_of(SpecificKind kind) {
  switch (kind) {
    case SpecificKind::name:
      return "a name";
    case SpecificKind::number:
      return "a figure";
    case SpecificKind::term:
      return "a word of this work";
    case SpecificKind::topic:
      return "a topic that you named";
    case SpecificKind::report:
      return "tells what was said or seen";
  }
  return {};
}

std::vector<Hit> evidence_of(const Specifics& specifics) {
  std::vector<Hit> hits;
  for (const SpecificEvidence& evidence : specifics.evidence) {
    if (specifics.sentences[evidence.sentence] == Specificity::interview)
      hits.push_back({.place = evidence.span,
                      .detail = std::string(description_of(evidence.kind)),
                      .kind = HitKind::evidence});
  }
  return hits;
}

}  // namespace

Result<CheckFunction> make_missing_specifics(const Params& params) {
  const Result<std::int64_t> min_words = params.integer("min-words", 0);
  if (!min_words)
    return min_words.error();
  return CheckFunction(
      [least = static_cast<std::size_t>(*min_words)](const Context& context) -> std::vector<Hit> {
        if (!asks_for_specifics(context) || count_own_words(context.text) < least ||
            !looks_like_whole_mail(context))
          return {};
        const Specifics& specifics = context.derived.specifics(context);
        if (specifics.count(Specificity::interview) > 0)
          return evidence_of(specifics);
        return {{.place = span_of(Place::first_paragraph, context)}};
      });
}

}  // namespace mailcheck
