#include "checks/word_swap.hpp"

#include <doctest/doctest.h>

#include "mail/draft.hpp"
#include "mail/source.hpp"

using namespace mailcheck;

namespace {

Params swaps(std::vector<std::string> lines) {
  Params params;
  params.set("swap", std::move(lines));
  return params;
}

/// `body` with what the swaps find in it replaced; unchanged when they find nothing.
std::string swapped(std::vector<std::string> lines, const std::string& body) {
  const Source source{.path = "draft", .bytes = body};
  const Draft draft = parse_draft(source);
  const Text text = analyze(draft);
  const Result<WordSwap> swap = WordSwap::from(swaps(std::move(lines)));
  REQUIRE(swap);
  const std::size_t begin = draft.text.find(body.substr(0, 4));
  std::string out = draft.text.substr(begin);
  if (const std::optional<WordSwap::Found> found =
          swap->find(text, {begin, begin + body.size() - 1}))
    out.replace(found->place.begin - begin, found->place.size(), found->text);
  return out;
}

}  // namespace

TEST_CASE("a swap replaces one word of what was found, in any case and over a line break") {
  CHECK(swapped({"then = than"}, "It was better then ever.\n") == "It was better than ever.\n");
  CHECK(swapped({"then = than"}, "It was better THEN ever.\n") == "It was better than ever.\n");
  CHECK(swapped({"as per = as"}, "It is as\nper agreed.\n") == "It is as agreed.\n");
}

TEST_CASE("a swap knows contractions by their halves and may leave a word out") {
  CHECK(swapped({"you are = your"}, "Thanks for you’re time.\n") == "Thanks for your time.\n");
  CHECK(swapped({"discuss about = discuss"}, "We discuss about bees.\n") == "We discuss bees.\n");
}

TEST_CASE("the first entry of the list counts, not the first word of the text") {
  CHECK(swapped({"b = x", "a = y"}, "Here a and b are.\n") == "Here a and x are.\n");
}

TEST_CASE("without one of its words nothing is swapped") {
  CHECK(swapped({"then = than"}, "It was better than ever.\n") == "It was better than ever.\n");
}

TEST_CASE("an entry without a wrong word or a separator is an error") {
  for (const char* line : {"then", " = than", "then=than", ""}) {
    const Result<WordSwap> swap = WordSwap::from(swaps({line}));
    REQUIRE(!swap);
    CHECK(swap.error().message.starts_with("a swap reads “then = than”"));
  }
}
