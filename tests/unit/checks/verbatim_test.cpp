#include "checks/verbatim.hpp"

#include <doctest/doctest.h>

#include "checks/article.hpp"
#include "checks/derived.hpp"
#include "checks/doubled_word.hpp"
#include "checks/exclamation_marks.hpp"
#include "checks/misspelling.hpp"
#include "checks/pattern_text.hpp"
#include "checks/shouting.hpp"
#include "checks/spacing.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

constexpr std::string_view opening =
    "Dear Dana,\n\nIn the demo that we looked at on that day I ran ";
constexpr std::string_view code =
    "an port of recieve kubctl kubctl , FOR EVERY BOX AND PORT!! now!!";
constexpr std::string_view ending = " and it worked as well as we had hoped.\n";

// Hits of the check within the code, which the markup of the draft names or does not name.
std::size_t hits(Result<CheckFunction> (*make)(const Params&), bool has_markup) {
  static const Speller speller({}, embedded_lexicon());
  const Source source{"draft", std::string(opening) + std::string(code) + std::string(ending)};
  Draft draft = parse_draft(source);
  if (has_markup)
    draft.verbatim = {{opening.size(), opening.size() + code.size()}};
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, {});
  const PhraseMatches phrases;
  const Result<CheckFunction> check = make({});
  REQUIRE(check);
  const PatternText pattern_text(draft.text);
  const Derived derived;
  SearchBudget budget;
  return (*check)({draft, text, facts, phrases, speller, pattern_text, derived, budget}).size();
}

}  // namespace

TEST_CASE("what markup calls code is no prose to any check") {
  const std::pair<std::string_view, Result<CheckFunction> (*)(const Params&)> checks[] = {
      {"article", make_article},
      {"doubled word", make_doubled_word},
      {"exclamation marks", make_exclamation_marks},
      {"misspelling", make_misspelling},
      {"shouting", make_shouting},
      {"spacing", make_spacing},
  };
  for (const auto& row : checks) {
    const auto& name = row.first;
    const auto& make = row.second;
    CAPTURE(name);
    CHECK(hits(make, false) > 0);
    CHECK(hits(make, true) == 0);
  }
}

TEST_CASE("places beside code are still prose") {
  Draft draft = parse_draft({"draft", "Dear Dana,\n\nabc def ghi.\n"});
  const std::size_t at = draft.text.find("def");
  draft.verbatim = {{at, at + 3}};
  const Text text = analyze(draft);
  const Verbatim verbatim(draft, text);
  CHECK(verbatim.touches({at, at + 3}));
  CHECK(verbatim.touches({at + 2, at + 5}));
  CHECK_FALSE(verbatim.touches({at - 4, at}));
  CHECK_FALSE(verbatim.touches({at + 3, at + 6}));
  CHECK(is_code(draft, {at + 1, at + 2}));
  CHECK_FALSE(is_code(draft, {at + 3, at + 6}));
}
