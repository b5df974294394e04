#include "facts/facts.hpp"

#include "facts/names.hpp"
#include "facts/stage.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

// The stage that the header names. A name that is none is no reason to refuse the draft.
std::optional<Stage> stage_of_header(const Draft& draft, std::vector<Note>& notes) {
  const HeaderField* field = draft.field("X-Mailcheck-Stage");
  if (field == nullptr)
    return std::nullopt;
  const std::string name = to_ascii_lower(field->value);
  const std::optional<Stage> stage = stage_named(name);
  if (!stage && name != "auto") {
    std::string names;
    for (const Stage known : all_stages)
      names.append(names.empty() ? "" : ", ").append(name_of(known));
    notes.push_back({NoteKind::malformed_header, field->span,
                     "This names no stage that there is (" + names + "), so it was guessed"});
  }
  return stage;
}

StageGuess stage_of(const Draft& draft, const Text& text, const GivenFacts& given,
                    std::vector<Note>& notes) {
  if (given.stage)
    return {*given.stage, 1, true};
  if (const std::optional<Stage> stage = stage_of_header(draft, notes))
    return {*stage, 1, true};
  return guess_stage(draft, text);
}

}  // namespace

std::string_view name_of(Stage stage) {
  switch (stage) {
    case Stage::thank_you:
      return "thank-you";
    case Stage::status_inquiry:
      return "status-inquiry";
    case Stage::second_nudge:
      return "second-nudge";
    case Stage::rejection_reply:
      return "rejection-reply";
    case Stage::other_offer:
      return "other-offer";
    case Stage::withdrawal:
      return "withdrawal";
    case Stage::offer_reply:
      return "offer-reply";
    case Stage::scheduling:
      return "scheduling";
  }
  return {};
}

std::optional<Stage> stage_named(std::string_view name) {
  for (const Stage stage : all_stages) {
    if (name_of(stage) == name)
      return stage;
  }
  return std::nullopt;
}

Facts gather_facts(const Draft& draft, const Text& text, const GivenFacts& given) {
  Facts facts;
  facts.stage = stage_of(draft, text, given, facts.notes);
  facts.interview = given.interview;
  facts.sent = given.sent;
  facts.timeline.sending = given.now;
  if (draft.date)
    facts.timeline.sending = Sending{moment_of(*draft.date), SendingSource::header};
  facts.people = find_people(draft, text, given.interview);
  facts.names = collect_names(draft, text, given.interview);
  facts.known_words = collect_known_words(draft, text, given.interview, facts.names);
  return facts;
}

}  // namespace mailcheck
