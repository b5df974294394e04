#include "text/tokens.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace mailcheck;

namespace {

// The keys with what leads them: “we spoke , and | i”.
std::string tokens_of(std::string_view sentence) {
  Tokens tokens;
  append_tokens(tokens, sentence, {0, sentence.size()}, 0);
  std::string out;
  for (const Token& token : tokens.all) {
    if (!out.empty())
      out += ' ';
    if (token.lead == Lead::comma)
      out += ", ";
    if (token.lead == Lead::stop)
      out += "| ";
    out += tokens.key(token);
  }
  return out;
}

}  // namespace

TEST_CASE("contractions are taken apart, with either apostrophe") {
  struct Row {
    std::string_view written, tokens;
  };
  const Row rows[] = {
      {"I'm", "i am"},
      {"I’m", "i am"},
      {"we're", "we are"},
      {"I've", "i have"},
      {"I'll", "i will"},
      {"don't", "do not"},
      {"Don’t", "do not"},
      {"won't", "will not"},
      {"can't", "can not"},
      {"shan't", "shall not"},
      {"cannot", "can not"},
      {"ain't", "ain't"},
      {"we'd", "we 'd"},
      {"it's", "it 's"},
      {"Dana’s", "dana 's"},
      {"I'd've", "i 'd have"},
      {"wouldn't've", "would not have"},
      {"gonna", "gonna"},
      {"o'clock", "o'clock"},
      {"isn't", "is not"},
      {"let's", "let 's"},
      {"y'all", "y'all"},
      {"workers'", "workers"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(tokens_of(row.written) == row.tokens);
  }
}

TEST_CASE("what stands between words is noted when it matters") {
  struct Row {
    std::string_view sentence, tokens;
  };
  const Row rows[] = {
      {"one, two", "one , two"},
      {"one - two", "one | two"},
      {"one -- two", "one | two"},
      {"one--two", "one | two"},
      {"one\xE2\x80\x94two", "one | two"},
      {"one \xE2\x80\x93 two", "one | two"},
      {"one\xE2\x80\xA6 two", "one | two"},
      {"one... two", "one | two"},
      {"one: two", "one | two"},
      {"one; two", "one | two"},
      {"follow-up", "follow up"},
      {"at 10:30 today", "at 10 30 today"},
      {"see https://example.com/a-b now", "see https example.com a b now"},
      {"1,000 people", "1,000 people"},
      {"Ms. Lee", "ms lee"},
      {"\"one\" (two) *three* _four_", "one two three four"},
      {"one\n  two", "one two"},
      {"(one), two", "one , two"},
      {"- one", "one"},
      {": one", "one"},
      {"one,\n- two", "one | two"},
      {"GROSS Straße", "gross straße"},
      {"", ""},
      {"?!", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    CHECK(tokens_of(row.sentence) == row.tokens);
  }
}

TEST_CASE("the halves of a contraction share its bytes") {
  Tokens tokens;
  const std::string_view text = "xx I’m here";
  append_tokens(tokens, text, {3, text.size()}, 4);
  REQUIRE(tokens.all.size() == 3);
  CHECK(slice(text, tokens.all[0].span) == "I’m");
  CHECK(tokens.all[1].span == tokens.all[0].span);
  CHECK(slice(text, tokens.all[2].span) == "here");
  CHECK(tokens.all[2].sentence == 4);
}

TEST_CASE("a word of nothing but endings ends") {
  std::string word = "a";
  for (int i = 0; i < 1000; ++i)
    word += "'ve";
  Tokens tokens;
  append_tokens(tokens, word, {0, word.size()}, 0);
  CHECK(tokens.all.size() <= 4);
}
