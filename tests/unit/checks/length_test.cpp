#include <string>

#include <doctest/doctest.h>

#include "checks/paragraphs.hpp"
#include "checks/sentence_length.hpp"
#include "checks/subject_length.hpp"
#include "checks/word_count.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

Params integers(std::initializer_list<std::pair<const char*, std::int64_t>> values) {
  Params params;
  for (const auto& [key, value] : values)
    params.set(key, value);
  return params;
}

GivenFacts at_stage(Stage stage) {
  GivenFacts given;
  given.stage = stage;
  return given;
}

}  // namespace

TEST_CASE("the first word beyond the limit is marked") {
  const std::string text = "Dear Dana,\n\nOne two three four.\n\nKind regards,\nOlga Reis\n";
  const CheckRun run = run_check(make_word_count, text, integers({{"words", 5}}));
  CHECK(run.marked == "Dear Dana,\n\nOne two three {|four|}.\n\nKind regards,\nOlga Reis\n");
  REQUIRE(run.hits.size() == 1);
  CHECK(run.hits[0].detail == "8 words; 5 is enough");
  CHECK(run_check(make_word_count, with_crlf(text), integers({{"words", 5}})).marked == run.marked);
  CHECK(run_check(make_word_count, text, integers({{"words", 8}})).hits.empty());
}

TEST_CASE("the limit of a sure stage holds, of an unsure one the general limit") {
  const std::string text = "Dear Dana,\n\nOne two three four.\n";
  const Params params = integers({{"words", 100}, {"withdrawal", 4}});
  CHECK(run_check(make_word_count, text, params, at_stage(Stage::withdrawal)).hits.size() == 1);
  CHECK(run_check(make_word_count, text, params, at_stage(Stage::thank_you)).hits.empty());
  CHECK(run_check(make_word_count, text, params).hits.empty());
}

TEST_CASE("above “until” another rule speaks") {
  const std::string text = "Dear Dana,\n\nOne two three four.\n";
  CHECK(run_check(make_word_count, text, integers({{"words", 3}, {"until", 5}})).hits.empty());
  CHECK(run_check(make_word_count, text, integers({{"words", 3}, {"until", 6}})).hits.size() == 1);
}

TEST_CASE("too short is a whole mail only") {
  const Params params = integers({{"min", 9}});
  CHECK(run_check(make_word_count, "It was fine.\n", params).hits.empty());
  CHECK(run_check(make_word_count, "Dear Dana,\n\nIt was fine.\n", params).marked ==
        "Dear Dana,\n\nIt was fine.{||}\n");
}

TEST_CASE("quoted text has no length") {
  const std::string text = "Dear Dana,\n\nYes.\n\n> one two three four five six seven\n";
  CHECK(run_check(make_word_count, text, integers({{"words", 4}})).hits.empty());
}

TEST_CASE("paragraphs beyond the limit are counted, lists and short ones are not") {
  const Params params = integers({{"max", 2}, {"min-words", 2}});
  CHECK(run_check(make_paragraph_count, "One one.\n\nTwo two.\n\nThanks.\n\nThree three.\n", params)
            .marked == "One one.\n\nTwo two.\n\nThanks.\n\n{|Three|} three.\n");
  CHECK(run_check(make_paragraph_count, "One one:\n\n- a b\n- c d\n- e f\n\nTwo two.\n", params)
            .hits.empty());
}

TEST_CASE("a dense paragraph is marked at its first word") {
  CHECK(run_check(make_paragraph_length, "One two three.\n\nFour five.\n",
                  integers({{"max-words", 2}}))
            .marked == "{|One|} two three.\n\nFour five.\n");
  CHECK(run_check(make_paragraph_length, "A b. C d. E f.\n",
                  integers({{"max-sentences", 2}, {"min-words", 6}}))
            .hits.size() == 1);
  CHECK(run_check(make_paragraph_length, "A b. C d. E f.\n",
                  integers({{"max-sentences", 2}, {"min-words", 7}}))
            .hits.empty());
}

TEST_CASE("a long sentence is marked beyond the limit, its parts apart") {
  const Params params = integers({{"max", 4}});
  CHECK(run_check(make_sentence_length, "We saw the old ferry go. It went.\n", params).marked ==
        "We saw the old {|ferry|} go. It went.\n");
  CHECK(run_check(make_sentence_length, "We saw the ferry; it went away.\n", params).hits.empty());
  CHECK(run_check(make_sentence_length, "We saw:\n\n- the old ferry go out again\n", params)
            .hits.empty());
}

TEST_CASE("the part of a subject that is cut off is marked") {
  const std::string text = "Subject: Café vißit\nTo: dana@example.org\n\nDear Dana,\n";
  CHECK(run_check(make_subject_length, text, integers({{"max", 7}})).marked ==
        "Café vi{|ßit|}\nDear Dana,\n");
  CHECK(run_check(make_subject_length, text, integers({{"max", 10}})).hits.empty());
}

TEST_CASE("a wrong limit is an error") {
  Params params;
  params.set("max", std::string("many"));
  params.set("words", std::string("many"));
  CHECK_FALSE(make_word_count(params).has_value());
  CHECK_FALSE(make_paragraph_count(params).has_value());
  CHECK_FALSE(make_sentence_length(params).has_value());
}
