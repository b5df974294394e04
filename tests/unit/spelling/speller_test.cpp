#include "spelling/speller.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

std::string first_suggestion(const Speller& speller, std::string_view word) {
  const std::vector<std::string> words = speller.suggest(word);
  return words.empty() ? "" : words.front();
}

}  // namespace

TEST_CASE("a word of the dictionary is known in any allowed case") {
  const Speller speller({}, embedded_lexicon());
  REQUIRE(speller.problem() == "");
  for (const char* word : {"hello", "Hello", "HELLO", "don’t", "don't", "Monday", "team's",
                           "teams’", "colour", "color", "résumé"})
    CHECK_MESSAGE(speller.knows(word), word);
  for (const char* word : {"recieve", "Recieve", "oportunity", "dont", "experiance’s"})
    CHECK_MESSAGE(!speller.knows(word), word);
}

TEST_CASE("our own words follow their case") {
  const Speller speller({}, embedded_lexicon());
  for (const char* word :
       {"Okafor", "OKAFOR", "Okafor’s", "kubernetes", "Kubernetes", "KUBERNETES", "iOS"})
    CHECK_MESSAGE(speller.knows(word), word);
  CHECK(!speller.knows("okafor"));
}

TEST_CASE("the user's words are known in any case") {
  SpellerOptions options;
  options.words = {"Brunnvik", "o’brunn"};
  const Speller speller(options, embedded_lexicon());
  CHECK(speller.knows("brunnvik"));
  CHECK(speller.knows("BRUNNVIK's"));
  CHECK(speller.knows("O'Brunn"));
  CHECK(!speller.knows("brunvik"));
}

TEST_CASE("a language can be chosen") {
  SpellerOptions american;
  american.language = {"en-US"};
  SpellerOptions british;
  british.language = {"en-GB"};
  // By the lexicon, and by Hunspell where there is none.
  for (const Lexicon& lexicon : {embedded_lexicon(), Lexicon()}) {
    CHECK(!Speller(american, lexicon).knows("colour"));
    CHECK(Speller(american, lexicon).knows("color’s"));
    CHECK(Speller(british, lexicon).knows("colour"));
    CHECK(!Speller(british, lexicon).knows("color"));
    CHECK(Speller({}, lexicon).knows("color"));
    CHECK(Speller({}, lexicon).knows("Colour"));
    CHECK(!Speller({}, lexicon).knows("colur"));
  }
  CHECK(first_suggestion(Speller(british, embedded_lexicon()), "colur") == "colour");
  CHECK(first_suggestion(Speller(american, embedded_lexicon()), "colur") == "color");
}

TEST_CASE("without a dictionary every word is known, and the reason can be told") {
  SpellerOptions options;
  options.dictionary_folders = {"/nowhere"};
  const Speller speller(options, Lexicon());
  CHECK(speller.knows("recieve"));
  CHECK(speller.suggest("recieve").size() <= suggestion_limit);
  CHECK(speller.problem() == "spelling was not checked: there is no Hunspell dictionary “en_US”");
}

TEST_CASE("with the lexicon no dictionary is needed") {
  SpellerOptions options;
  options.dictionary_folders = {"/nowhere"};
  const Speller speller(options, embedded_lexicon());
  CHECK(speller.knows("receive"));
  CHECK(!speller.knows("recieve"));
  CHECK(first_suggestion(speller, "recieve") == "receive");
  CHECK(speller.problem() == "");
}

TEST_CASE("several threads may ask at once") {
  const Speller with_lexicon({}, embedded_lexicon());
  const Speller with_hunspell({}, Lexicon());
  std::atomic<int> wrong = 0;
  const auto ask = [&] {
    for (int i = 0; i < 20; ++i) {
      wrong += with_lexicon.knows("receive") && with_hunspell.knows("receive") ? 0 : 1;
      wrong += with_lexicon.knows("recieve") || with_hunspell.knows("recieve") ? 1 : 0;
      wrong += first_suggestion(with_lexicon, "recieve") == "receive" ? 0 : 1;
    }
  };
  std::thread other(ask);
  ask();
  other.join();
  CHECK(wrong == 0);
}

TEST_CASE("it can be told who knows a word") {
  SpellerOptions options;
  options.words = {"Brunnvik"};
  const Speller speller(options, embedded_lexicon());
  CHECK(speller.origin_of("colours").languages == 2);
  CHECK(speller.origin_of("Color’s").languages == 1);
  CHECK(speller.origin_of("thanks").languages == 3);
  CHECK(speller.origin_of("kubernetes").own_lists);
  CHECK(!speller.origin_of("thanks").own_lists);
  CHECK(speller.origin_of("brunnvik’s").user_words);
  CHECK(speller.origin_of("recieve").languages == 0);
}

TEST_CASE("what was probably meant comes first") {
  const Speller speller({}, embedded_lexicon());
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
      {"enviroment", "environment"},
      {"greatful", "grateful"},
      {"aprreciate", "appreciate"},
      {"thnak", "thank"},
      {"tommorow", "tomorrow"},
      {"thankyou", "thank you"},
      {"cafè", "café"},
      {"im", "I'm"},
  };
  for (const auto& pair : pairs)
    CHECK(first_suggestion(speller, pair[0]) == pair[1]);
}

TEST_CASE("suggestions take the case and the ending of the word") {
  const Speller speller({}, embedded_lexicon());
  CHECK(first_suggestion(speller, "Recieve") == "Receive");
  CHECK(first_suggestion(speller, "RECIEVE") == "RECEIVE");
  CHECK(first_suggestion(speller, "managr’s") == "manager's");
  CHECK(first_suggestion(speller, "Okafr") == "Okafor");
}

TEST_CASE("strange words neither crash nor get questioned") {
  const Speller speller({}, embedded_lexicon());
  for (const std::string& word : {std::string(), std::string("'"), std::string("’’"),
                                  std::string(100, 'x'), std::string(100'000, 'a')}) {
    CHECK(speller.knows(word));
    CHECK(speller.suggest(word).size() <= suggestion_limit);
  }
  CHECK(speller.suggest("xqzvkwj").size() <= suggestion_limit);
  CHECK(!speller.knows("пример"));
}

TEST_CASE("words of the user are proposed") {
  SpellerOptions options;
  options.words = {"Brunnvik"};
  const Speller speller(options, embedded_lexicon());
  CHECK(first_suggestion(speller, "Brunvik") == "Brunnvik");
}

TEST_CASE("a near search finds frequent words only") {
  const Speller speller({}, embedded_lexicon());
  const auto near = [&](const char* word) { return speller.suggest(word, SearchDepth::near); };
  CHECK(near("recieve").front() == "receive");
  CHECK(near("oportunity").front() == "opportunity");
  CHECK(near("kubernets").empty());
  CHECK(near("xqzvkwj").empty());
}

TEST_CASE("proposals come with what speaks against them, the least first") {
  const Speller speller({}, embedded_lexicon());
  const std::vector<Candidate> words = speller.weigh("recieve", SearchDepth::far);
  REQUIRE(words.size() == suggestion_limit);
  CHECK(std::is_sorted(words.begin(), words.end(),
                       [](const Candidate& a, const Candidate& b) { return a.cost() < b.cost(); }));
  CHECK(words.front().edits > 0);
}

TEST_CASE("two slips in one word, and slips in inflected words, are undone") {
  const Speller speller({}, embedded_lexicon());
  const char* pairs[][2] = {
      {"volantry", "voluntary"}, {"experances", "experiences"}, {"buiscits", "biscuits"}};
  for (const auto& pair : pairs) {
    const std::vector<std::string> words = speller.suggest(pair[0]);
    CHECK_MESSAGE(std::find(words.begin(), words.end(), pair[1]) != words.end(), pair[0]);
  }
}

TEST_CASE("nothing rude is proposed") {
  const Speller speller({}, embedded_lexicon());
  for (const char* word : {"shitt", "fucl", "fuking", "bullshitt"}) {
    for (const std::string& proposal : speller.suggest(word)) {
      CHECK_MESSAGE(proposal.find("shit") == std::string::npos, proposal);
      CHECK_MESSAGE(proposal.find("fuck") == std::string::npos, proposal);
    }
  }
}

TEST_CASE("the same word gets the same proposals whatever was asked before") {
  const Speller fresh({}, embedded_lexicon());
  const Speller used({}, embedded_lexicon());
  for (const char* word : {"recieve", "xqzvkwj", "volantry"})
    static_cast<void>(used.suggest(word));
  CHECK(used.suggest("definately") == fresh.suggest("definately"));
}
