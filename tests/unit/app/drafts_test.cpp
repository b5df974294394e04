#include "app/drafts.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

using Paths = std::vector<std::string>;

TEST_CASE("a folder stands for the drafts below it, sorted") {
  const MemoryFileSystem files({{"d/b.txt", ""},
                                {"d/a.eml", ""},
                                {"d/sub/c.draft", ""},
                                {"d/sub/e.mail", ""},
                                {"d/readme.md", ""},
                                {"d/.hidden.txt", ""},
                                {"d/.git/x.txt", ""}});
  const DraftPaths found = find_drafts(files, {"d"});
  CHECK(found.files == Paths{"d/a.eml", "d/b.txt", "d/sub/c.draft", "d/sub/e.mail"});
  CHECK(found.errors.empty());
}

TEST_CASE("files are taken as given, whatever their name, in the order given") {
  const MemoryFileSystem files({{"z.md", ""}, {"a.txt", ""}});
  CHECK(find_drafts(files, {"z.md", "-", "a.txt", "gone"}).files ==
        Paths{"z.md", "-", "a.txt", "gone"});
}

TEST_CASE("a folder too deep is an error, and the rest is still found") {
  std::string deep = "d";
  for (std::size_t i = 0; i < folder_depth_limit; ++i)
    deep += "/d";
  const MemoryFileSystem files({{deep + "/a.txt", ""}, {deep + "/d/b.txt", ""}});
  const DraftPaths found = find_drafts(files, {"d"});
  CHECK(found.files == Paths{deep + "/a.txt"});
  REQUIRE(found.errors.size() == 1);
  CHECK(found.errors[0].file == deep + "/d");
}

}  // namespace
}  // namespace mailcheck
