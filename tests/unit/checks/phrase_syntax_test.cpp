#include "checks/phrase_syntax.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "checks/phrase_compiler.hpp"
#include "checks/phrase_inflection.hpp"

namespace mailcheck {
namespace {

TEST_CASE("a mistake in a phrase is told with its place") {
  struct Row {
    std::string phrase;
    std::size_t column;
    const char* message;
  };
  const std::string deep = std::string(9, '(') + "a" + std::string(9, ')');
  const Row rows[] = {
      {"my (new role", 13, "a group is not closed: “)” is missing"},
      {"my {new|old role", 17, "a group is not closed: “}” is missing"},
      {"my new) role", 7, "a group that touches a word"},
      {"see {|old} it", 6, "an alternative is empty"},
      {"see {nowhere} it", 5, "there is no word list “nowhere”"},
      {"a <99> b", 3, "a gap spans at most 12 words"},
      {"a <x> b", 3, "a gap is a number of words, as in <3> or <1-3>"},
      {"a <3-1> b", 3, "a gap is a number of words, as in <3> or <1-3>"},
      {"a <3 b", 3, "the gap is not closed: “>” is missing"},
      {deep, 9, "groups nest deeper than 8"},
      {"late &", 7, "“&” is followed by nothing"},
      {"(late & soon)", 7, "a group is not closed: “)” is missing"},
      {"a1~ b", 3, "“a1” is no word that “~” can inflect"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    const Result<PhraseSequence> parsed = parse_phrase(row.phrase, {});
    if (row.phrase == "my new) role") {
      CHECK_FALSE(parsed.has_value());
      continue;
    }
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message == row.message);
    CHECK(parsed.error().column == row.column);
  }
}

TEST_CASE("groups may nest as deep as the limit") {
  const std::string at_limit = std::string(8, '(') + "a" + std::string(8, ')');
  CHECK(parse_phrase(at_limit, {}).has_value());
}

TEST_CASE("a word expands to as many spellings as the limit") {
  CHECK(parse_phrase("a{b|c}{b|c}{b|c}{b|c}{b|c}{b|c}", {}).has_value());
  CHECK_FALSE(parse_phrase("a{b|c}{b|c}{b|c}{b|c}{b|c}{b|c}(d)", {}).has_value());
}

TEST_CASE("a phrase that could match nothing or anything is refused") {
  PhraseBookBuilder builder;
  builder.add_group();
  for (const char* phrase : {"", "(maybe)", "<3>", "^ $", "(a) <2> (b)"}) {
    CAPTURE(phrase);
    CHECK_FALSE(builder.add_phrase(phrase, {}).has_value());
  }
}

TEST_CASE("the forms of a word follow English spelling") {
  const auto has = [](const char* word, const char* form) {
    const std::vector<std::string> forms = inflections(word);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  CHECK(has("reply", "replies"));
  CHECK(has("stop", "stopped"));
  CHECK_FALSE(has("stop", "stoped"));
  CHECK(has("cancel", "canceled"));
  CHECK(has("cancel", "cancelled"));
  CHECK(has("waste", "wasting"));
  CHECK(has("lie", "lying"));
  CHECK(has("write", "written"));
  CHECK(inflections("don’t").empty());
}

}  // namespace
}  // namespace mailcheck
