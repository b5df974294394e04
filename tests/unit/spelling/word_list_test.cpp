#include "spelling/word_list.hpp"

#include <doctest/doctest.h>

using namespace mailcheck;
using Words = std::vector<std::string>;

TEST_CASE("a list holds one word a line, and comments") {
  CHECK(parse_word_list("# names\nDana\n  Zoë  # a friend\n\nC#\n") == Words{"Dana", "Zoë", "C#"});
  CHECK(parse_word_list("one\r\ntwo\rthree") == Words{"one", "two", "three"});
  CHECK(parse_word_list("\xEF\xBB\xBFone") == Words{"one"});
  CHECK(parse_word_list("").empty());
  CHECK(parse_word_list("#").empty());
}

TEST_CASE("merged lists are sorted by byte, each word once") {
  const std::vector<std::string> texts = {"b\na\n", "# c\nb\nZ\né\n"};
  CHECK(merge_word_lists(texts) == "Z\na\nb\né\n");
  CHECK(merge_word_lists({}) == "");
}

TEST_CASE("a word is found in a merged list in exactly its form") {
  const std::vector<std::string> texts = {"Zoë\nab\nabc\nb\nbcd\n"};
  const std::string list = merge_word_lists(texts);
  for (const std::string& word : parse_word_list(list))
    CHECK_MESSAGE(contains_word(list, word), word);
  for (const char* word : {"", "a", "abcd", "zoë", "c", "\n", "B", "bcd\n"})
    CHECK_MESSAGE(!contains_word(list, word), word);
  CHECK(!contains_word("", "a"));
}
