#include "checks/missing.hpp"

#include <algorithm>
#include <memory>

#include "checks/own_text.hpp"
#include "checks/pattern_search.hpp"
#include "checks/phrase.hpp"
#include "checks/place.hpp"

namespace mailcheck {
namespace {

struct Wanted {
  PhraseGroup phrases;
  PatternSearch patterns;
  std::vector<RegionKind> regions;
  Place place = Place::before_closing;
  std::size_t min_words = 0;
  bool late = false;
};

/// Where the first of the wanted wordings stands (one of them, when only its being there matters);
/// the size of the text when there is none.
std::size_t first_found(const Context& context, const Wanted& wanted) {
  std::size_t first = context.draft.text.size();
  for (const PhraseMatch& match : context.phrases.of(wanted.phrases)) {
    if (holds(wanted.regions, match.region))
      first = std::min(first, match.span.begin);
  }
  const bool is_enough = first != context.draft.text.size() && !wanted.late;
  if (is_enough)
    return first;
  for (const TextSpan span : wanted.patterns.find(context.draft, context.text, wanted.regions))
    first = std::min(first, span.begin);
  return first;
}

std::vector<Hit> run(const Context& context, const Wanted& wanted) {
  const bool only_subject =
      wanted.regions.size() == 1 && wanted.regions.front() == RegionKind::subject;
  if (only_subject ? context.draft.subject.empty() : !looks_like_whole_mail(context))
    return {};
  if (count_own_words(context.text) < wanted.min_words)
    return {};
  const std::size_t first = first_found(context, wanted);
  const bool nowhere = first == context.draft.text.size();
  if (wanted.late) {
    const std::vector<Block> blocks = body_blocks(context);
    if (nowhere || blocks.empty() || first < blocks.front().span.end)
      return {};
  } else if (!nowhere) {
    return {};
  }
  return {{.place = span_of(wanted.place, context)}};
}

enum class Part { greeting, closing, name, subject };

/// A part can only be missing where another one shows that this is to be sent.
std::vector<Hit> run_part(const Context& context, Part part) {
  const Text& text = context.text;
  const bool has_header = context.draft.has_header_block;
  const bool has_greeting = text.region(RegionKind::greeting) != nullptr;
  const bool has_closing = text.region(RegionKind::closing) != nullptr;
  const bool has_signature = text.region(RegionKind::signature) != nullptr;
  const bool has_body = text.region(RegionKind::body) != nullptr;
  bool missing = false;
  Place place = Place::end;
  switch (part) {
    case Part::greeting:
      missing = !has_greeting && has_body && (has_header || has_closing);
      place = Place::greeting;
      break;
    case Part::closing:
      missing = !has_closing && has_body && (has_header || has_greeting);
      place = Place::before_closing;
      break;
    case Part::name:
      missing = !has_signature && has_body && has_closing;
      place = Place::end;
      break;
    case Part::subject:
      missing = has_header && context.draft.subject.empty();
      place = Place::subject;
      break;
  }
  if (!missing)
    return {};
  return {{.place = span_of(place, context)}};
}

}  // namespace

Result<CheckFunction> make_missing(const Params& params) {
  const Result<PhraseGroup> phrases = params.phrases("phrases");
  if (!phrases)
    return phrases.error();
  Result<std::vector<std::string>> patterns = params.list("patterns");
  if (!patterns)
    return patterns.error();
  Result<std::vector<RegionKind>> regions =
      region_list(params, "in", {RegionKind::subject, RegionKind::body});
  if (!regions)
    return regions.error();
  const Result<Place> place = place_param(params, Place::before_closing);
  if (!place)
    return place.error();
  const Result<std::int64_t> min_words = params.integer("min-words", 0);
  if (!min_words)
    return min_words.error();
  const Result<bool> late = params.boolean("late", false);
  if (!late)
    return late.error();
  if (!phrases->present && patterns->empty())
    return params.error_at("name", "“phrases” or “patterns” must say what is missed");

  // Shared, because a CheckFunction is copied and compiled patterns are not.
  auto wanted = std::make_shared<Wanted>(Wanted{.phrases = *phrases,
                                                .patterns = PatternSearch(*std::move(patterns)),
                                                .regions = *std::move(regions),
                                                .place = *place,
                                                .min_words = static_cast<std::size_t>(*min_words),
                                                .late = *late});
  return CheckFunction([wanted](const Context& context) { return run(context, *wanted); });
}

Result<CheckFunction> make_missing_part(const Params& params) {
  const Result<std::string> name = params.text("part", "");
  if (!name)
    return name.error();
  constexpr std::pair<std::string_view, Part> names[] = {{"greeting", Part::greeting},
                                                         {"closing", Part::closing},
                                                         {"name", Part::name},
                                                         {"subject", Part::subject}};
  const auto* found = std::find_if(std::begin(names), std::end(names),
                                   [&](const auto& entry) { return entry.first == *name; });
  if (found == std::end(names))
    return params.error_at("part", "“part” must be greeting, closing, name or subject");
  return CheckFunction(
      [part = found->second](const Context& context) { return run_part(context, part); });
}

}  // namespace mailcheck
