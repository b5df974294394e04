#include "checks/stance.hpp"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checks/derived.hpp"
#include "checks/pattern_text.hpp"
#include "checks/phrase_book.hpp"
#include "checks/phrase_compiler.hpp"
#include "mail/source.hpp"

using namespace mailcheck;

namespace {

using Lists = std::map<std::string, std::vector<std::string>>;

const Lists lists = {
    {"strong", {"could not be bothered", "kept me waiting"}},
    {"clear", {"rude", "shabby", "a mess", "hall was shabby"}},
    {"faint", {"frankly", "rather", "your"}},
    {"against", {"enjoyed", "friendly"}},
    {"expected", {"introduced himself", "asked me"}},
    {"turn", {"not", "nobody", "never"}},
    {"harmless", {"I did not"}},
    {"about", {"you", "your", "interview", "he", "she", "hall"}},
    {"unless", {"customer"}},
    {"unless-sentence", {"at my old firm"}},
    {"unless-mail", {"reads like a novel"}},
};

/// The text with the hits of the check as `{|…|}`.
std::string marked(const std::string& body, std::int64_t least = 3, std::int64_t below = 0,
                   std::vector<std::string>* remarks = nullptr) {
  PhraseBookBuilder builder;
  Params params;
  for (const auto& [key, phrases] : lists) {
    params.set(key, PhraseGroup{builder.add_group(), true});
    for (const std::string& phrase : phrases)
      REQUIRE(builder.add_phrase(phrase, {}).has_value());
  }
  params.set("least", least);
  params.set("below", below);
  const std::vector<std::uint32_t> words = builder.finish();
  const Result<PhraseBook> book = PhraseBook::open(words);
  REQUIRE(book.has_value());
  const Result<CheckFunction> check = make_stance(params);
  REQUIRE(check.has_value());
  const Speller speller({.words = {}, .dictionary_folders = {}}, Lexicon());
  const Source source{.path = "draft", .bytes = body};
  const Draft draft = parse_draft(source);
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, {});
  PhraseMatches phrases(book->group_count());
  SearchBudget budget;
  book->match(draft.text, text, phrases, 0, budget);
  std::string out;
  std::size_t done = 0;
  const PatternText pattern_text(draft.text);
  const Derived derived;
  for (const Hit& hit :
       (*check)({draft, text, facts, phrases, speller, pattern_text, derived, budget})) {
    const auto span = std::get<TextSpan>(hit.place);
    out.append(draft.text, done, span.begin - done).append("{|");
    out.append(slice(std::string_view(draft.text), span)).append("|}");
    done = span.end;
    if (remarks != nullptr)
      remarks->insert(remarks->end(), hit.remarks.begin(), hit.remarks.end());
  }
  return out.append(draft.text, done, std::string::npos);
}

}  // namespace

TEST_CASE("signs of one clause are added, and all of them are marked") {
  CHECK(marked("He was rather rude.\n") == "He was {|rather rude|}.\n");
  CHECK(marked("He kept me waiting.\n") == "He {|kept me waiting|}.\n");
  CHECK(marked("He was rude.\n") == "He was rude.\n");
}

TEST_CASE("signs of different clauses are not added") {
  CHECK(marked("He was rude; your dog barked.\n") == "He was rude; your dog barked.\n");
  CHECK(marked("He was rude, and I rather like dogs.\n") ==
        "He was rude, and I rather like dogs.\n");
}

TEST_CASE("faint signs alone are no stance, and only two of them count") {
  CHECK(marked("Frankly, your dog is rather big.\n", 1) == "Frankly, your dog is rather big.\n");
  CHECK(marked("Frankly, your dog is rather rude.\n", 5) == "Frankly, your dog is rather rude.\n");
  CHECK(marked("Frankly, your dog is rather rude.\n", 4) ==
        "{|Frankly, your dog is rather rude|}.\n");
}

TEST_CASE("what was denied counts nothing, and what was expected counts when it is denied") {
  CHECK(marked("Your people were not at all rude.\n") == "Your people were not at all rude.\n");
  CHECK(marked("Frankly, nobody in the hall introduced himself.\n") ==
        "{|Frankly, nobody in the hall introduced himself|}.\n");
  CHECK(marked("Frankly, he introduced himself to you.\n") ==
        "Frankly, he introduced himself to you.\n");
  CHECK(marked("Your man was not friendly.\n") == "{|Your man was not friendly|}.\n");
}

TEST_CASE("a denial reaches the next sign only, unless they stand side by side") {
  CHECK(marked("He was never rude or shabby, frankly.\n") ==
        "He was never rude or shabby, frankly.\n");
  CHECK(marked("It was not rude that he, frankly, sat in a shabby coat.\n") ==
        "It was not rude that he, {|frankly, sat in a shabby|} coat.\n");
}

TEST_CASE("praise takes away") {
  CHECK(marked("I enjoyed your rather shabby hall.\n") == "I enjoyed your rather shabby hall.\n");
}

TEST_CASE("within harmless words there is no sign and no denial") {
  CHECK(marked("Frankly, I did not see that he asked me.\n") ==
        "Frankly, I did not see that he asked me.\n");
}

TEST_CASE("a strong sign wins over all that it overlaps") {
  CHECK(marked("He could not be bothered.\n") == "He {|could not be bothered|}.\n");
}

TEST_CASE("guards silence the clause, the sentence and the mail") {
  CHECK(marked("He was rather rude to a customer.\n") == "He was rather rude to a customer.\n");
  CHECK(marked("At my old firm a man kept me waiting; he was rather rude.\n") ==
        "At my old firm a man kept me waiting; he was rather rude.\n");
  CHECK(marked("He was rather rude. It reads like a novel.\n") ==
        "He was rather rude. It reads like a novel.\n");
}

TEST_CASE("a sentence about something else is silent") {
  CHECK(marked("The film was rather rude.\n") == "The film was rather rude.\n");
}

TEST_CASE("a sum from `below` on is another rule's") {
  CHECK(marked("He was rather rude.\n", 3, 4) == "He was {|rather rude|}.\n");
  CHECK(marked("He was rude, a mess.\n", 3, 4) == "He was rude, a mess.\n");
}

TEST_CASE("what is quoted does not count") {
  CHECK(marked("You wrote that “he was rather rude”.\n") ==
        "You wrote that “he was rather rude”.\n");
}

TEST_CASE("a remark says what was counted, on one line") {
  std::vector<std::string> remarks;
  marked("Frankly, he kept me\nwaiting.\n", 3, 0, &remarks);
  CHECK(remarks == std::vector<std::string>{"Counted 4: “Frankly” 1, “kept me waiting” 3"});
}
