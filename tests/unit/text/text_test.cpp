#include "text/text.hpp"

#include <chrono>
#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

struct Analyzed {
  Draft draft;
  Text text;
};

Analyzed analyzed(std::string bytes) {
  Analyzed result{parse_draft({"-", std::move(bytes), SourceFormat::plain_text}), {}};
  result.text = analyze(result.draft);
  return result;
}

// The sentences, each behind the number of its paragraph.
std::string sentences_of(std::string bytes) {
  const Analyzed mail = analyzed(std::move(bytes));
  std::string out;
  for (const Sentence& sentence : mail.text.sentences) {
    out.append("[").append(std::to_string(sentence.paragraph)).append("]");
    for (const char c : slice(std::string_view(mail.draft.text), sentence.span))
      out += c == '\n' ? '/' : c;
  }
  return out;
}

}  // namespace

TEST_CASE("paragraphs end at empty lines, sentences run over line breaks") {
  CHECK(sentences_of("I liked\nthe tour. It was\ngood.\n\nMore soon.\n") ==
        "[0]I liked/the tour.[0]It was/good.[1]More soon.");
  CHECK(sentences_of("I met Ms. Lee at 10 a.m. today.\n") == "[0]I met Ms. Lee at 10 a.m. today.");
  CHECK(sentences_of("one \t\n \n\n  two\n") == "[0]one[1]two");
  CHECK(sentences_of("").empty());
  CHECK(sentences_of("\n\n \n").empty());
}

TEST_CASE("list items are one paragraph and a sentence each") {
  CHECK(sentences_of("We spoke of:\n- the parser\n- the tests\n  and more\n1. one\n") ==
        "[0]We spoke of:[0]the parser[0]the tests/  and more[0]one");
  CHECK(sentences_of("We saw the lab\n- it was good - and\nmore.\n") ==
        "[0]We saw the lab/- it was good - and/more.");
  CHECK(sentences_of("* one\n* two\n") == "[0]one[0]two");
  CHECK(sentences_of("\u2022 one\n\u2022 two\n") == "[0]one[0]two");
}

TEST_CASE("a signature has a sentence for each line") {
  CHECK(sentences_of("It was good.\n\nBest,\nKim Holm\nEngineer\n") ==
        "[0]It was good.[1]Best,[2]Kim Holm[2]Engineer");
}

TEST_CASE("words know their region and sentence, and quotes have none") {
  const Analyzed mail = analyzed("Hi Dana,\nI don’t know.\n\n> one two three\n> four\n");
  REQUIRE(mail.text.words.size() == 5);
  CHECK(slice(std::string_view(mail.draft.text), mail.text.words[3].span) == "don’t");
  CHECK(mail.text.words[1].region == RegionKind::greeting);
  CHECK(mail.text.words[3].region == RegionKind::body);
  CHECK(mail.text.words[3].sentence == 1);
  CHECK(mail.text.tokens.all.size() == 6);
  CHECK(mail.text.sentences[1].first_token == 2);
  CHECK(mail.text.sentences[1].last_token == 6);
  CHECK(mail.text.quoted_lines == 2);
}

TEST_CASE("underscores around a word are no part of it") {
  const Analyzed mail = analyzed("I am _very_ glad.\n");
  REQUIRE(mail.text.words.size() == 4);
  CHECK(slice(std::string_view(mail.draft.text), mail.text.words[2].span) == "very");
}

TEST_CASE("hostile drafts take time in proportion to their size") {
  const auto repeated = [](std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes)
      out += piece;
    return out;
  };
  // A quadratic step takes minutes on these; the limit only has to tell that from slow machines.
  constexpr std::size_t size = 1 << 18;
  for (const std::string_view piece : {"\n",
                                       "a ",
                                       "a",
                                       "a\n\n",
                                       "- a\n",
                                       "> a\nb\n",
                                       "Best,\n",
                                       "From: a\n",
                                       "To: a\n",
                                       "On 1\n",
                                       "-- \n",
                                       "Hi Dana, ",
                                       "[",
                                       ". ",
                                       "a. ",
                                       "=?",
                                       "- ",
                                       "'ve",
                                       "\xE2\x80\x94",
                                       "P.S.\n",
                                       "Kim\n",
                                       "On 1 wrote:\n",
                                       "\xEF\xBF\xBD",
                                       "____\n",
                                       "a:\n"}) {
    CAPTURE(piece);
    const auto begin = std::chrono::steady_clock::now();
    const Analyzed mail = analyzed(repeated(piece, size));
    if (!mail.text.tokens.all.empty())
      CHECK(clause_of(mail.text, 0).last > 0);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  }
}
