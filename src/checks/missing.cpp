#include "checks/missing.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/own_text.hpp"
#include "checks/place.hpp"
#include "checks/wordings.hpp"
#include "facts/sent_mail.hpp"

namespace mailcheck {
namespace {

struct Wanted {
  Wordings wordings;
  Place place = Place::before_closing;
  std::size_t min_words = 0;
  bool late = false;
  bool facts = false;
  bool needs_closing = false;
};

/// The first of the wanted wordings (one of them, when only its being there matters).
std::optional<TextSpan> first_found(const Context& context, const Wanted& wanted) {
  std::optional<TextSpan> first;
  const auto keep = [&](TextSpan span) {
    if (!first || span.begin < first->begin)
      first = span;
  };
  for (const PhraseMatch& match : wanted.wordings.found_phrases(context))
    keep(match.span);
  if (first && !wanted.late)
    return first;
  for (const TextSpan span : wanted.wordings.found_patterns(context))
    keep(span);
  return first;
}

/// Whether the regions name the company or the position, as far as they are known: as the user
/// says, or by the recipients' addresses.
bool names_facts(const Context& context, const Wanted& wanted) {
  constexpr std::size_t shortest = 3;
  const InterviewFacts& interview = context.facts.interview;
  std::string known = fold_case(interview.company + " " + interview.role);
  for (const Mailbox& recipient : context.draft.to)
    known.append(" ").append(organization_of(recipient.address));
  return std::any_of(context.text.words.begin(), context.text.words.end(), [&](const Word& word) {
    const std::string folded = fold_case(slice(std::string_view(context.draft.text), word.span));
    return holds(wanted.wordings.regions, word.region) && count_code_points(folded) > shortest &&
           known.find(folded) != std::string::npos;
  });
}

std::vector<Hit> run(const Context& context, const Wanted& wanted) {
  const bool only_subject =
      wanted.wordings.regions.size() == 1 && wanted.wordings.regions.front() == RegionKind::subject;
  if (only_subject ? context.draft.subject.empty() : !looks_like_whole_mail(context))
    return {};
  if (count_own_words(context.text) < wanted.min_words)
    return {};
  if (wanted.needs_closing && context.text.region(RegionKind::closing) == nullptr)
    return {};
  const std::optional<TextSpan> first = first_found(context, wanted);
  bool is_missing = !first;
  if (is_missing && wanted.facts && names_facts(context, wanted))
    return {};
  if (wanted.late) {
    // What is nowhere is another rule's.
    const std::vector<Block> blocks = body_blocks(context);
    if (!first || blocks.empty())
      return {};
    is_missing = first->begin >= blocks.front().span.end;
  }
  if (is_missing)
    return {{.place = span_of(wanted.place, context)}};
  return {{.place = *first, .kind = HitKind::evidence}};
}

enum class Part { greeting, closing, name, subject };

/// The region that a part is; none for the subject, which may be a region without words.
std::optional<TextSpan> span_of_part(const Context& context, Part part) {
  const auto span = [&](RegionKind kind) -> std::optional<TextSpan> {
    const Region* region = context.text.region(kind);
    if (region == nullptr)
      return std::nullopt;
    // Its first line names it; a signature has more.
    const std::string_view lines = slice(std::string_view(context.draft.text), region->span);
    return TextSpan{region->span.begin,
                    region->span.begin + std::min(lines.find('\n'), lines.size())};
  };
  switch (part) {
    case Part::greeting:
      return span(RegionKind::greeting);
    case Part::closing:
      return span(RegionKind::closing);
    case Part::name:
      return span(RegionKind::signature);
    case Part::subject:
      return context.draft.subject.empty() ? std::nullopt : std::optional(context.draft.subject);
  }
  return std::nullopt;
}

/// A part can only be missing where another one shows that this is to be sent.
bool is_expected(const Context& context, Part part) {
  const Text& text = context.text;
  const bool has_header = context.draft.has_header_block;
  const bool has_body = text.region(RegionKind::body) != nullptr;
  switch (part) {
    case Part::greeting:
      return has_body && (has_header || text.region(RegionKind::closing) != nullptr);
    case Part::closing:
      return has_body && (has_header || text.region(RegionKind::greeting) != nullptr);
    case Part::name:
      return has_body && text.region(RegionKind::closing) != nullptr;
    case Part::subject:
      return has_header;
  }
  return false;
}

Place place_of(Part part) {
  switch (part) {
    case Part::greeting:
      return Place::greeting;
    case Part::closing:
      return Place::before_closing;
    case Part::name:
      return Place::end;
    case Part::subject:
      return Place::subject;
  }
  return Place::end;
}

std::vector<Hit> run_part(const Context& context, Part part) {
  if (const std::optional<TextSpan> span = span_of_part(context, part))
    return {{.place = *span, .kind = HitKind::evidence}};
  if (!is_expected(context, part))
    return {};
  return {{.place = span_of(place_of(part), context)}};
}

}  // namespace

Result<CheckFunction> make_missing(const Params& params) {
  Result<Wordings> wordings =
      Wordings::from(params, {RegionKind::subject, RegionKind::body}, "what is missed");
  if (!wordings)
    return std::move(wordings).error();
  const Result<Place> place = place_param(params, Place::before_closing);
  if (!place)
    return place.error();
  const Result<std::int64_t> min_words = params.integer("min-words", 0);
  if (!min_words)
    return min_words.error();
  const Result<bool> late = params.boolean("late", false);
  if (!late)
    return late.error();
  const Result<bool> facts = params.boolean("facts", false);
  if (!facts)
    return facts.error();
  const Result<bool> needs_closing = params.boolean("needs-closing", false);
  if (!needs_closing)
    return needs_closing.error();
  auto wanted = std::make_shared<Wanted>(Wanted{.wordings = *std::move(wordings),
                                                .place = *place,
                                                .min_words = static_cast<std::size_t>(*min_words),
                                                .late = *late,
                                                .facts = *facts,
                                                .needs_closing = *needs_closing});
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
