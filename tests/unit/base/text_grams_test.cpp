#include "base/text_grams.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

TEST_CASE("a part of the text is never denied") {
  const std::string text = "Thank you for the talk on Tuesday — it was a pleasure.";
  const TextGrams grams(text);
  for (std::size_t begin = 0; begin < text.size(); ++begin)
    for (std::size_t length = 1; begin + length <= text.size(); ++length)
      CHECK(grams.may_hold(std::string_view(text).substr(begin, length)));
}

TEST_CASE("most of what a text does not hold is denied") {
  const TextGrams grams("Thank you for the talk on Tuesday.");
  for (const std::string_view part : {"x", "zz", "qua", "interview", "thank you too"})
    CHECK(!grams.may_hold(part));
}

TEST_CASE("a text of no bytes holds nothing") {
  CHECK(!TextGrams("").may_hold("a"));
  CHECK(!TextGrams("a").may_hold("ab"));
}
