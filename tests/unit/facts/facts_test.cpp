#include "facts/facts.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("every stage has a name that leads back to it") {
  for (const Stage stage : all_stages)
    CHECK(stage_named(name_of(stage)) == stage);
  CHECK_FALSE(stage_named("interview").has_value());
  CHECK_FALSE(stage_named("").has_value());
}

TEST_CASE("a given stage wins over the header, and the header over a guess") {
  const Draft draft =
      parse_draft({"-", "X-Mailcheck-Stage: Second-Nudge\n\nThank you for the interview.\n"});
  const Text text = analyze(draft);
  GivenFacts given;
  CHECK(gather_facts(draft, text, given).stage.stage == Stage::second_nudge);
  CHECK(gather_facts(draft, text, given).stage.given);
  CHECK(gather_facts(draft, text, given).stage.confidence == doctest::Approx(1));
  given.stage = Stage::withdrawal;
  CHECK(gather_facts(draft, text, given).stage.stage == Stage::withdrawal);
}

TEST_CASE("a stage in the header that is none is noted, and the stage guessed") {
  const std::string bytes = "X-Mailcheck-Stage: later\n\nThank you for the interview.\n";
  const Draft draft = parse_draft({"-", bytes});
  const Facts facts = gather_facts(draft, analyze(draft), {});
  CHECK(facts.stage.stage == Stage::thank_you);
  CHECK_FALSE(facts.stage.given);
  REQUIRE(facts.notes.size() == 1);
  CHECK(facts.notes[0].kind == NoteKind::malformed_header);
  CHECK(slice(std::string_view(bytes), facts.notes[0].span) == "X-Mailcheck-Stage: later");
}

TEST_CASE("a stage in the header may be left open, or stand in for one that is given anyway") {
  const Draft open = parse_draft({"-", "X-Mailcheck-Stage: auto\n\nThank you.\n"});
  CHECK(gather_facts(open, analyze(open), {}).notes.empty());
  CHECK_FALSE(gather_facts(open, analyze(open), {}).stage.given);
  const Draft wrong = parse_draft({"-", "X-Mailcheck-Stage: later\n\nThank you.\n"});
  GivenFacts given;
  given.stage = Stage::withdrawal;
  CHECK(gather_facts(wrong, analyze(wrong), given).notes.empty());
}
