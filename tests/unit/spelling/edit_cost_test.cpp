#include "spelling/edit_cost.hpp"

#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

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

TEST_CASE("letters are told apart by their sound, their place on the keyboard and their accent") {
  CHECK(edit_cost("absense", "absence") < edit_cost("absense", "abseise"));
  CHECK(edit_cost("publik", "public") < edit_cost("publik", "publip"));
  CHECK(edit_cost("polise", "police") < edit_cost("polute", "poluce"));
  CHECK(edit_cost("tge", "the") < edit_cost("tpe", "the"));
  CHECK(edit_cost("resume", "résumé") < edit_cost("resume", "resumes"));
  CHECK(edit_cost("Müler", "Muler") < edit_cost("Müler", "Miler"));
}

TEST_CASE("edits are counted side by side as one by one") {
  const std::array<std::string_view, BitDistance::words_at_once> meant = {
      "receive", "relieve", "deceive", "London's", "revieces", "eceirve", "aaaaaaa", "Receive"};
  for (const std::string_view written : {"recieve", "a", "receives", "deceivingsixteen"}) {
    const BitDistance distance(written);
    for (const std::size_t length : {std::size_t{7}, std::size_t{1}, std::size_t{0}}) {
      std::array<const char*, BitDistance::words_at_once> texts{};
      for (std::size_t i = 0; i < texts.size(); ++i)
        texts[i] = meant[i].data();
      const auto distances = distance.to_each(texts, length);
      for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(written);
        CAPTURE(meant[i]);
        CHECK(distances[i] == edit_distance(written, meant[i].substr(0, length)));
        CHECK(distances[i] == distance.to(meant[i].substr(0, length), 100));
      }
    }
  }
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
      for (const std::size_t limit : {0U, 50U, 120U, 260U, 5000U}) {
        const std::size_t bounded = costs.to(meant, limit);
        CHECK((cost <= limit ? bounded == cost : bounded > limit));
      }
    }
  }
}

TEST_CASE("edits are counted in bits as in a table") {
  const std::string longest(64, 'a');
  const std::string_view words[] = {"recieve", "receive", "relieve", "aa", "a",  "don't", "ca",
                                    "abc",     "kitten",  "sitting", "",   "ac", longest};
  for (const std::string_view written : words) {
    const BitDistance distance(written);
    for (const std::string_view meant : words) {
      CAPTURE(written);
      CAPTURE(meant);
      const std::size_t expected = edit_distance(written, meant);
      for (const std::size_t limit : {0U, 1U, 3U, 100U}) {
        const std::size_t counted = distance.to(meant, limit);
        CHECK((expected <= limit ? counted == expected : counted > limit));
      }
    }
  }
  CHECK(BitDistance("dana").to("DNAA", 4) == 1);
}
