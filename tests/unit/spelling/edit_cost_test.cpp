#include "spelling/edit_cost.hpp"

#include <string>

#include <doctest/doctest.h>

#include "spelling/edit_walk.hpp"
#include "spelling/speller.hpp"

using namespace mailcheck;

TEST_CASE("the distance counts letters inserted, lost, changed and swapped") {
  CHECK(edit_distance("their", "their") == 0);
  CHECK(edit_distance("thier", "their") == 1);
  CHECK(edit_distance("untill", "until") == 1);
  CHECK(edit_distance("definately", "definitely") == 1);
  CHECK(edit_distance("Okafro", "okafor") == 1);
  CHECK(edit_distance("Müler", "müller") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("a word beyond the limit is as far away as it is long") {
  CHECK(edit_distance(std::string(100, 'a'), "a") == 100);
  CHECK(edit_cost(std::string(100, 'a'), std::string(100, 'a')) == 100);
}

TEST_CASE("a common slip costs less than a rare one") {
  CHECK(edit_cost("untill", "until") < edit_cost("until", "untie"));
  CHECK(edit_cost("recieve", "receive") < edit_cost("recieve", "relieve"));
  CHECK(edit_cost("experiance", "experience") < edit_cost("experiance", "esperiance"));
  CHECK(edit_cost("dont", "don't") < edit_cost("dont", "dot"));
  CHECK(edit_cost("rember", "remember") < edit_cost("rember", "member") + 10);
}

TEST_CASE("many words are priced as one by one, up to a limit") {
  const std::string_view words[] = {"recieve", "receive",  "relieve", "deceive", "aa",  "a",
                                    "don't",   "separate", "Dana",    "ünder",   "the", ""};
  for (const std::string_view written : words) {
    EditCosts costs(written);
    for (const std::string_view meant : words) {
      CAPTURE(written);
      CAPTURE(meant);
      const std::size_t cost = edit_cost(written, meant);
      for (const std::size_t limit : {0U, 10U, 26U, 500U}) {
        const std::size_t bounded = costs.to(FoldedWord(meant), limit);
        CHECK((cost <= limit ? bounded == cost : bounded > limit));
      }
      const std::size_t least = costs.at_least(FoldedWord(meant).present);
      CHECK(least <= cost);
      for (const std::size_t limit : {0U, 5U, 6U, 12U, 26U})
        CHECK(costs.may_be_within(FoldedWord(meant).present, limit) == (least <= limit));
    }
  }
}

TEST_CASE("a walk over words prices them as one by one, in any order") {
  const std::string_view written_words[] = {"recieve", "Receive", "aa", "dont", "ünder", "", "teh"};
  const std::string_view meant_words[] = {
      "a",       "aa", "aaa", "don't", "receipt", "receive", "receive", "receiver", "Reeceive",
      "relieve", "th", "the", "thee",  "them",    "",        "receive", "don",      "dont"};
  for (const std::string_view written : written_words) {
    for (const std::size_t limit : {0U, 10U, 26U, 500U}) {
      const FoldedWord word(written);
      EditWalk walk(word, limit);
      for (const std::string_view meant : meant_words) {
        CAPTURE(written);
        CAPTURE(meant);
        const std::size_t cost = edit_cost(written, meant);
        const std::size_t walked = walk.to(meant);
        CHECK((cost <= limit ? walked == cost : walked > limit));
        CHECK(EditCosts(written).at_least_by_letter(FoldedWord(meant).present) <= cost);
      }
    }
  }
  const std::string longer(spelling_word_limit + 1, 'a');
  const FoldedWord word("aa");
  CHECK(EditWalk(word, 30).to(longer) > 30);
}
