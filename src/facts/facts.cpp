#include "facts/facts.hpp"

#include "facts/names.hpp"
#include "facts/stage.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {

namespace {

StageGuess stage_of(const Draft& draft, const Text& text, const GivenFacts& given) {
  if (given.stage)
    return {*given.stage, 1, true};
  if (const HeaderField* field = draft.field("X-Mailcheck-Stage")) {
    // A name that is none is no reason to refuse the draft.
    if (const std::optional<Stage> stage = stage_named(to_ascii_lower(field->value)))
      return {*stage, 1, true};
  }
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
  facts.stage = stage_of(draft, text, given);
  facts.interview = given.interview;
  facts.names = collect_names(draft, text, given.interview);
  facts.known_words = collect_known_words(draft, text, given.interview, facts.names);
  return facts;
}

}  // namespace mailcheck
