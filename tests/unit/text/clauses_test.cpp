#include <string>

#include <doctest/doctest.h>

#include "text/text.hpp"

using namespace mailcheck;

namespace {

// The clause that holds the token `key`, as its keys.
std::string clause_with(std::string_view key, std::string sentence) {
  const Draft draft = parse_draft({"-", std::move(sentence), SourceFormat::plain_text});
  const Text text = analyze(draft);
  for (std::uint32_t i = 0; i < text.tokens.all.size(); ++i) {
    if (text.tokens.key(text.tokens.all[i]) != key)
      continue;
    const TokenRange clause = clause_of(text, i);
    std::string out;
    for (std::uint32_t k = clause.first; k < clause.last; ++k) {
      if (!out.empty())
        out += ' ';
      out += text.tokens.key(text.tokens.all[k]);
    }
    return out;
  }
  return "no such token";
}

}  // namespace

TEST_CASE("a clause ends at a dash, colon or semicolon and before a new subject") {
  struct Row {
    std::string_view key, sentence, clause;
  };
  const Row rows[] = {
      {"start", "I would be glad to start; the lab is fine.", "i would be glad to start"},
      {"fine", "I would be glad to start - the lab is fine.", "the lab is fine"},
      {"start", "The lab is fine, and I will start soon.", "and i will start soon"},
      {"fine", "The lab is fine and I will start soon.", "the lab is fine"},
      {"start", "The lab is fine, so we can start.", "so we can start"},
      {"start", "It rained but you may start.", "but you may start"},
      {"talk", "I enjoyed the tour and the talk.", "i enjoyed the tour and the talk"},
      {"talk", "It was good for her and you to talk.", "it was good for her and you to talk"},
      {"start", "If you choose me, I will start.", "if you choose me i will start"},
      {"choose", "If you choose me, I will start.", "if you choose me i will start"},
      {"and", "Tea and", "tea and"},
      {"more", "One thing. One more thing.", "one more thing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    CHECK(clause_with(row.key, std::string(row.sentence)) == row.clause);
  }
}
