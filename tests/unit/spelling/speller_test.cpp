#include "spelling/speller.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

constexpr std::string_view own_words = "Okafor\niOS\nkubernetes\n";

std::string first_suggestion(const Speller& speller, std::string_view word) {
  const std::vector<std::string> words = speller.suggest(word);
  return words.empty() ? "" : words.front();
}

}  // namespace

TEST_CASE("a word of the dictionary is known in any allowed case") {
  const Speller speller({}, own_words);
  REQUIRE(speller.problem() == "");
  for (const char* word : {"hello", "Hello", "HELLO", "don’t", "don't", "Monday", "team's",
                           "teams’", "colour", "color", "résumé"})
    CHECK_MESSAGE(speller.knows(word), word);
  for (const char* word : {"recieve", "Recieve", "oportunity", "dont", "experiance’s"})
    CHECK_MESSAGE(!speller.knows(word), word);
}

TEST_CASE("our own words follow their case") {
  const Speller speller({}, own_words);
  for (const char* word :
       {"Okafor", "OKAFOR", "Okafor’s", "kubernetes", "Kubernetes", "KUBERNETES", "iOS"})
    CHECK_MESSAGE(speller.knows(word), word);
  CHECK(!speller.knows("okafor"));
}

TEST_CASE("the user's words are known in any case") {
  SpellerOptions options;
  options.words = {"Brunnvik", "o’brunn"};
  const Speller speller(options, "");
  CHECK(speller.knows("brunnvik"));
  CHECK(speller.knows("BRUNNVIK's"));
  CHECK(speller.knows("O'Brunn"));
  CHECK(!speller.knows("brunvik"));
}

TEST_CASE("a language can be chosen") {
  SpellerOptions american;
  american.language = Language::en_us;
  SpellerOptions british;
  british.language = Language::en_gb;
  CHECK(!Speller(american, "").knows("colour"));
  CHECK(Speller(american, "").knows("color"));
  CHECK(Speller(british, "").knows("colour"));
  CHECK(!Speller(british, "").knows("color"));
  CHECK(first_suggestion(Speller(british, ""), "colur") == "colour");
  CHECK(first_suggestion(Speller(american, ""), "colur") == "color");
}

TEST_CASE("without a dictionary every word is known, and the reason can be told") {
  SpellerOptions options;
  options.dictionary_folders = {"/nowhere"};
  const Speller speller(options, own_words);
  CHECK(speller.knows("recieve"));
  CHECK(speller.suggest("recieve").size() <= suggestion_limit);
  CHECK(speller.problem() == "spelling was not checked: there is no Hunspell dictionary “en_US”");
}

TEST_CASE("what was probably meant comes first") {
  const Speller speller({}, own_words);
  const char* pairs[][2] = {
      {"recieve", "receive"},
      {"definately", "definitely"},
      {"experiance", "experience"},
      {"oportunity", "opportunity"},
      {"intrested", "interested"},
      {"teh", "the"},
      {"seperate", "separate"},
      {"untill", "until"},
      {"wich", "which"},
      {"thier", "their"},
      {"dont", "don't"},
      {"alot", "a lot"},
      {"managment", "management"},
      {"kubernets", "kubernetes"},
  };
  for (const auto& pair : pairs)
    CHECK(first_suggestion(speller, pair[0]) == pair[1]);
}

TEST_CASE("suggestions take the case and the ending of the word") {
  const Speller speller({}, own_words);
  CHECK(first_suggestion(speller, "Recieve") == "Receive");
  CHECK(first_suggestion(speller, "RECIEVE") == "RECEIVE");
  CHECK(first_suggestion(speller, "managr’s") == "manager's");
  CHECK(first_suggestion(speller, "Okafr") == "Okafor");
}

TEST_CASE("strange words neither crash nor get questioned") {
  const Speller speller({}, own_words);
  for (const std::string& word : {std::string(), std::string("'"), std::string("’’"),
                                  std::string(100, 'x'), std::string(100'000, 'a')}) {
    CHECK(speller.knows(word));
    CHECK(speller.suggest(word).size() <= suggestion_limit);
  }
  CHECK(speller.suggest("xqzvkwj").size() <= suggestion_limit);
  CHECK(!speller.knows("пример"));
}

TEST_CASE("two slips in one word, and slips in inflected words, are undone") {
  const Speller speller({}, "");
  const char* pairs[][2] = {
      {"volantry", "voluntary"}, {"experances", "experiences"}, {"buiscits", "biscuits"}};
  for (const auto& pair : pairs) {
    const std::vector<std::string> words = speller.suggest(pair[0]);
    CHECK_MESSAGE(std::find(words.begin(), words.end(), pair[1]) != words.end(), pair[0]);
  }
}

TEST_CASE("nothing rude is proposed") {
  const Speller speller({}, "");
  for (const char* word : {"shitt", "fucl", "fuking", "bullshitt"}) {
    for (const std::string& proposal : speller.suggest(word)) {
      CHECK_MESSAGE(proposal.find("shit") == std::string::npos, proposal);
      CHECK_MESSAGE(proposal.find("fuck") == std::string::npos, proposal);
    }
  }
}

TEST_CASE("the same word gets the same proposals whatever was asked before") {
  const Speller fresh({}, "");
  const Speller used({}, "");
  for (const char* word : {"recieve", "xqzvkwj", "volantry"})
    static_cast<void>(used.suggest(word));
  CHECK(used.suggest("definately") == fresh.suggest("definately"));
}
