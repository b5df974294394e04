#include <algorithm>
#include <functional>

#include <doctest/doctest.h>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "spelling/word_list.hpp"

using namespace mailcheck;

namespace {

/// The folder of the lists, found from the place of this file, whatever the working folder.
std::string lists_folder() {
  std::string_view folder = __FILE__;
  for (int up = 0; up < 4; ++up)
    folder = parent_path(folder);
  return join_path(folder, "dictionaries");
}

}  // namespace

TEST_CASE("each list of our own is UTF-8, sorted by byte, and says what it is") {
  const DiskFileSystem disk;
  const Result<std::vector<std::string>> names = disk.list(lists_folder());
  REQUIRE_MESSAGE(names, lists_folder());
  int lists = 0;
  for (const std::string& name : *names) {
    if (!name.ends_with(".txt"))
      continue;
    ++lists;
    const Result<std::string> text = disk.read(join_path(lists_folder(), name), 1'000'000);
    REQUIRE_MESSAGE(text, name);
    CHECK_MESSAGE(text->starts_with("# "), name);
    CHECK_MESSAGE(find_invalid_utf8(*text) == text->size(), name);
    const std::vector<std::string> words = parse_word_list(*text);
    const auto wrong = std::adjacent_find(words.begin(), words.end(), std::greater_equal<>());
    CHECK_MESSAGE(wrong == words.end(), name << ": " << (wrong == words.end() ? "" : *wrong));
  }
  CHECK(lists >= 8);
}
