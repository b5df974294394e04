// What spelling costs: nanoseconds for a look-up, milliseconds for proposals, of the processor's
// time. Prints, and judges nothing: machines differ.

#include <cstddef>
#include <ctime>
#include <string_view>

#include <fmt/format.h>

#include "spelling/lexicon.hpp"
#include "spelling/speller.hpp"

using namespace mailcheck;

namespace {

constexpr std::string_view known_words[] = {
    "thank",    "you",       "for",        "taking",    "the",       "time",
    "to",       "meet",      "with",       "me",        "yesterday", "about",
    "position", "I",         "enjoyed",    "our",       "Monday",    "don't",
    "team's",   "Dear",      "colleagues", "schedule",  "Kind",      "regards",
    "analyst",  "documents", "ISO",        "dashboard", "colour",    "interview"};

constexpr std::string_view typos[] = {"recieve",    "oportunity", "conversatoin", "enviroment",
                                      "definately", "intrested",  "experances",   "teh",
                                      "alot",       "xqzvkwjtrp"};

template <class Work>
double seconds_of(Work work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void look_words_up(const Speller& speller) {
  constexpr std::size_t rounds = 20'000;
  std::size_t known = 0;
  const double seconds = seconds_of([&] {
    for (std::size_t i = 0; i < rounds; ++i) {
      for (const std::string_view word : known_words)
        known += speller.knows(word) ? 1U : 0U;
    }
  });
  constexpr double nanoseconds = 1e9;
  fmt::print("{:.0f} ns for a look-up ({} of {} words known)\n",
             seconds * nanoseconds / rounds / std::size(known_words), known / rounds,
             std::size(known_words));
}

void propose(const Speller& speller, SearchDepth depth, std::string_view name) {
  constexpr std::size_t rounds = 20;
  constexpr double milliseconds = 1e3;
  double all = 0;
  for (const std::string_view typo : typos) {
    std::vector<Candidate> words;
    const double seconds = seconds_of([&] {
      for (std::size_t i = 0; i < rounds; ++i)
        words = speller.weigh(typo, depth);
    });
    all += seconds;
    fmt::print("  {:<14}{:7.3f} ms  {}\n", typo, seconds * milliseconds / rounds,
               words.empty() ? "" : words.front().text);
  }
  fmt::print("{:.2f} ms for {} {} searches\n", all * milliseconds / rounds, std::size(typos), name);
}

}  // namespace

int main() {
  const Speller speller({}, embedded_lexicon());
  look_words_up(speller);
  propose(speller, SearchDepth::far, "far");
  propose(speller, SearchDepth::near, "near");
}
