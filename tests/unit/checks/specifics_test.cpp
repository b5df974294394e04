#include "checks/specifics.hpp"

#include <string>

#include <doctest/doctest.h>

#include "checks/common_words.hpp"
#include "checks/derived.hpp"
#include "checks/missing_specifics.hpp"
#include "checks/pattern_text.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

GivenFacts thank_you() {
  GivenFacts given;
  given.stage = Stage::thank_you;
  return given;
}

/// What a sentence is judged to be, in the body of a letter.
Specificity specificity_of(const std::string& sentence, const GivenFacts& given = thank_you()) {
  static const Speller speller({}, embedded_lexicon());
  const Source source{
      .path = "draft",
      .bytes = "Dear Ms. Achebe,\n\n" + sentence + "\n\nSincerely,\nTomasz Wolny\n"};
  const Draft draft = parse_draft(source);
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, given);
  const PhraseMatches phrases;
  const PatternText pattern_text(draft.text);
  const Derived derived;
  SearchBudget budget;
  const Specifics found =
      find_specifics({draft, text, facts, phrases, speller, pattern_text, derived, budget});
  Specificity most = Specificity::none;
  for (const Specificity each : found.sentences)
    most = std::max(most, each);
  return most;
}

}  // namespace

TEST_CASE("common words are known in their regular forms") {
  for (const std::string word :
       {"meeting", "meetings", "described", "planned", "companies", "company's", "companies",
        "quickly", "things", "using", "opportunities"}) {
    CAPTURE(word);
    CHECK(is_common_word(word));
  }
  for (const std::string word : {"kiln", "ferry", "ed", "ing", "s", "", "planet", "hiringly"}) {
    CAPTURE(word);
    CHECK_FALSE(is_common_word(word));
  }
}

TEST_CASE("what any thank-you letter says is not specific") {
  for (const std::string sentence :
       {"Thank you for taking the time to meet with me about the Sales Associate position at "
        "Target.",
        "I enjoyed learning more about the company, its culture and the role.",
        "I am confident that my skills and experience would make me a valuable asset to the team.",
        "It was a pleasure to speak with you about the data analyst position yesterday.",
        "Thank you for the interview on Tuesday, March 4, at 3 pm.",
        "The Registered Nurse role at Mercy Hill sounds very exciting.",
        "I was impressed by the friendly atmosphere and the professionalism of your staff.",
        "Working as a warehouse clerk for your company would be a great opportunity.",
        "I feel that I would be a good employee, Ms. Achebe.",
        "I truely apreciated the oportunity to lern about the posision."}) {
    CAPTURE(sentence);
    CHECK(specificity_of(sentence) == Specificity::none);
  }
}

TEST_CASE("what only this interview can have been about is specific") {
  for (const std::string sentence :
       {"I especially enjoyed hearing how your team handles overnight shifts.",
        "Our discussion about customer churn was fascinating.",
        "Your point about onboarding has been on my mind.",
        "The challenge you described with duplicate invoices sounds familiar.",
        "I was glad to learn that the team is moving to Kubernetes this spring.",
        "Your story about the first day of the food bank stayed with me.",
        "I liked that your drivers choose their own routes.", "You showed me the kiln.",
        "The tour of the tannery was a joy to me.",
        "The visit of the brewery was a treat for me."}) {
    CAPTURE(sentence);
    CHECK(specificity_of(sentence) == Specificity::interview);
  }
}

TEST_CASE("the writer's own past is specific, but not to the interview") {
  CHECK(specificity_of("I have mended lenses for seven years at a lighthouse.") ==
        Specificity::own);
  CHECK(specificity_of("My degree in marine biology has prepared me well.") == Specificity::own);
}

TEST_CASE("a topic that the user gives counts wherever it stands") {
  GivenFacts given = thank_you();
  given.interview.topics = {"team goals"};
  CHECK(specificity_of("I liked the team goals.") == Specificity::none);
  CHECK(specificity_of("I liked the team goals.", given) == Specificity::interview);
}

TEST_CASE("a company that the user gives is no evidence") {
  GivenFacts given = thank_you();
  given.interview.company = "Nordlys Shipping";
  CHECK(specificity_of("I would love to hear more of Nordlys Shipping.", given) ==
        Specificity::none);
  CHECK(specificity_of("I would love to hear more of Nordlys Shipping.") == Specificity::interview);
}

TEST_CASE("missing specifics are marked at the end of the first paragraph") {
  const std::string letter =
      "Dear Ms. Achebe,\n\nThank you for the interview.{||}\n\nI look forward to hearing from "
      "you.\n";
  std::string plain = letter;
  plain.erase(plain.find("{||}"), 4);
  const Params none;
  CHECK(run_check(make_missing_specifics, plain, none, thank_you()).marked == letter);
  CHECK(run_check(make_missing_specifics, with_crlf(plain), none, thank_you()).marked == letter);
}

TEST_CASE("a fragment misses nothing") {
  const std::string fragment = "Thank you for the interview.\n";
  CHECK(run_check(make_missing_specifics, fragment, {}, thank_you()).marked == fragment);
}

TEST_CASE("a mail of an unsure stage misses nothing") {
  const std::string letter = "Dear Dana,\n\nThe meeting is on Monday.\n";
  CHECK(run_check(make_missing_specifics, letter).marked == letter);
}

TEST_CASE("only so many unknown words are weighed as slips") {
  std::string unknown;
  for (std::size_t i = 0; i < weighed_unknown_words_limit; ++i)
    unknown += std::string("The qua") + static_cast<char>('a' + i) + "xtr was fine. ";
  CHECK(specificity_of("I enjoyed your oportunity.") == Specificity::none);
  CHECK(specificity_of(unknown) == Specificity::none);
  CHECK(specificity_of(unknown + "I enjoyed your oportunity.") == Specificity::interview);
}

TEST_CASE("plain words that tell what the other side does are specific") {
  CHECK(specificity_of("The way the bakery rotates its stock is new.") == Specificity::interview);
  CHECK(specificity_of("I had not known that the ferry waits for the baker.") ==
        Specificity::interview);
  CHECK(specificity_of("The bells, the ferry and the goats are what I would draw.") ==
        Specificity::interview);
  CHECK(specificity_of("I enjoyed our conversation and want the job even more.") ==
        Specificity::none);
}

TEST_CASE("a programme that was described is no role") {
  CHECK(specificity_of("I think of the swim programme you described.") == Specificity::interview);
  CHECK(specificity_of("I think of the trainee programme.") == Specificity::none);
}
