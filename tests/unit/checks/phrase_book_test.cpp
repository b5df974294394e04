#include "checks/phrase_book.hpp"

#include <doctest/doctest.h>

#include "checks/phrase_compiler.hpp"
#include "mail/draft.hpp"

namespace mailcheck {
namespace {

const PhraseWordLists lists = {{"role", {"role", "position", "job opening"}},
                               {"colour", {"red", "blue"}}};

/// `text` with marks around what one group of phrases matches.
std::string marked(const std::vector<std::string>& phrases, const std::string& text) {
  PhraseBookBuilder builder;
  builder.add_group();
  for (const std::string& phrase : phrases) {
    const Result<void> added = builder.add_phrase(phrase, lists);
    REQUIRE_MESSAGE(added.has_value(), phrase);
  }
  const std::vector<std::uint32_t> words = builder.finish();
  const Result<PhraseBook> book = PhraseBook::open(words);
  REQUIRE(book.has_value());
  const Draft draft = parse_draft({"test", text, SourceFormat::plain_text});
  const Text analyzed = analyze(draft);
  PhraseMatches matches(book->group_count());
  SearchBudget budget;
  book->match(draft.text, analyzed, matches, 0, budget);
  std::string result;
  std::size_t at = 0;
  for (const PhraseMatch& match : matches.of({0, true})) {
    result += draft.text.substr(at, match.span.begin - at);
    result += "{|" + std::string(slice(draft.text, match.span)) + "|}";
    at = match.span.end;
  }
  return result + draft.text.substr(at);
}

std::string unmarked(std::string text) {
  for (const std::string_view mark : {"{|", "|}"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  return text;
}

struct Row {
  const char* phrase;
  const char* text;  // with the marks that are expected
};

TEST_CASE("each part of the phrase syntax matches what rules/README.md says") {
  const Row rows[] = {
      {"thank you again", "So {|thank you again|} for it."},
      {"thank you again", "So {|THANK\nyou   again|} for it."},
      {"thank you again", "So “{|thank” *you* again|} for it."},
      {"I'm sure", "And {|I am sure|}, and {|I’m sure|}, and {|I'm sure|}."},
      {"I am sure", "And {|I’m sure|} of it."},
      {"do not wait", "Please {|don't wait|} or {|do not wait|}."},
      {"can not wait", "We {|cannot wait|}, we {|can't wait|}."},
      {"follow up", "Here we {|follow-up|} and {|follow up|}."},
      {"look(ing) at", "We {|look at|} it, {|looking at|} it, looked at it."},
      {"appreciat{e|es|ed}", "They {|appreciate|} it and {|appreciated|} it, appreciation."},
      {"(very) glad (to see)", "Was {|very glad to see|} it, {|glad|} too."},
      {"{my|the|your own} desk", "See {|my desk|} and {|your own desk|}, not a desk."},
      {"the {role}", "For {|the position|} and {|the job opening|} and the desk."},
      {"{colour}dish", "A {|reddish|} tone and a {|bluedish|} one."},
      {"{a|the {role}} here", "So {|the role here|} was."},
      {"need <2> job", "I {|need this job|}, I {|need a better job|}, I need one very good job."},
      {"need <1-2> job", "We need job rules. We {|need a job|} now."},
      {"need <2> job", "We {|need, frankly, this job|} now."},
      {"if so, call", "And {|if so, call|} me; if so call me."},
      {"if so (,) call", "And {|if so, call|} me, {|if so call|} me."},
      {"if so call", "And if so, call me."},
      {"^ hello", "The test says hello here. {|Hello|} is first."},
      {"goodbye $", "We said {|goodbye|}. And goodbye is no end."},
      {"did I do ?", "So how {|did I do|}? And how did I do."},
      {"well done !", "That was {|well done|}! This is well done."},
      {"résumé", "My {|RÉSUMÉ|} is here."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(marked({row.phrase}, unmarked(row.text)) == row.text);
  }
}

TEST_CASE("a match never crosses a sentence, a paragraph or a dash") {
  CHECK(marked({"this job"}, "I saw this. Job done.") == "I saw this. Job done.");
  CHECK(marked({"this job"}, "I saw this\n\njob here.") == "I saw this\n\njob here.");
  CHECK(marked({"this job"}, "I saw this – job done.") == "I saw this – job done.");
  CHECK(marked({"this <2> job"}, "I saw this. A job.") == "I saw this. A job.");
}

TEST_CASE("of overlapping matches the leftmost, then the longest counts") {
  CHECK(marked({"b c", "a b", "a b c d"}, "Then a b c d e.") == "Then {|a b c d|} e.");
  CHECK(marked({"a (b) (c)"}, "Then a b c d.") == "Then {|a b c|} d.");
  CHECK(marked({"x y", "y z"}, "Then x y z.") == "Then {|x y|} z.");
}

TEST_CASE("groups of one book do not see each other's matches") {
  PhraseBookBuilder builder;
  CHECK(builder.add_group() == 0);
  REQUIRE(builder.add_phrase("first words", lists).has_value());
  CHECK(builder.add_group() == 1);
  REQUIRE(builder.add_phrase("words", lists).has_value());
  const std::vector<std::uint32_t> words = builder.finish();
  const Result<PhraseBook> book = PhraseBook::open(words);
  REQUIRE(book.has_value());
  const Draft draft =
      parse_draft({"test", "My first words and more words.", SourceFormat::plain_text});
  const Text text = analyze(draft);
  PhraseMatches matches(5);
  SearchBudget budget;
  book->match(draft.text, text, matches, 3, budget);
  CHECK(matches.of({0, true}).empty());
  CHECK(matches.of({3, true}).size() == 1);
  CHECK(matches.of({4, true}).size() == 2);
}

TEST_CASE("damaged words are no book") {
  PhraseBookBuilder builder;
  builder.add_group();
  REQUIRE(builder.add_phrase("some words", lists).has_value());
  const std::vector<std::uint32_t> words = builder.finish();
  for (std::size_t length = 0; length < words.size(); ++length)
    CHECK_FALSE(PhraseBook::open(std::span(words).first(length)).has_value());
}

TEST_CASE("a tilde stands for the forms of a word") {
  CHECK(marked({"they reply~ late"}, "So they reply late.") == "So {|they reply late|}.");
  CHECK(marked({"they reply~ late"}, "So they replied late.") == "So {|they replied late|}.");
  CHECK(marked({"they keep~ on"}, "So they kept on.") == "So {|they kept on|}.");
  CHECK(marked({"they reply~ late"}, "So they repay late.") == "So they repay late.");
}

TEST_CASE("a condition looks for other words in the clause or the sentence") {
  const std::string text = "The test was late, but I had a book about the weather.";
  CHECK(marked({"late & test"}, text) ==
        "The test was {|late|}, but I had a book about the weather.");
  CHECK(marked({"late & book"}, text) == text);
  CHECK(marked({"late && book"}, text) ==
        "The test was {|late|}, but I had a book about the weather.");
  CHECK(marked({"late &! test"}, text) == text);
  CHECK(marked({"late &! book"}, text) ==
        "The test was {|late|}, but I had a book about the weather.");
  CHECK(marked({"late &&! book"}, text) == text);
  CHECK(marked({"late & test &! {colour}"}, "The red test was late.") == "The red test was late.");
}

TEST_CASE("an entry of a word list is a phrase and may name another list") {
  const PhraseWordLists nested = {{"role", {"{colour} job(s)"}}, {"colour", {"red", "blue"}}};
  PhraseBookBuilder builder;
  builder.add_group();
  CHECK(builder.add_phrase("my {role}", nested).has_value());
  const PhraseWordLists circle = {{"role", {"the {role}"}}};
  CHECK_FALSE(builder.add_phrase("my {role}", circle).has_value());
}

}  // namespace
}  // namespace mailcheck
