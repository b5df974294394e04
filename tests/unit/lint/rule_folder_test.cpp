#include "lint/rule_folder.hpp"

#include <doctest/doctest.h>

#include "tests/unit/lint/small_rules.hpp"

namespace mailcheck {
namespace {

TEST_CASE("a folder gives its rules and word lists, sorted, and nothing else") {
  const std::string rule = test::rule_text("one two");
  const MemoryFileSystem files({{"r/b/second.toml", rule},
                                {"r/a/first.toml", rule},
                                {"r/words/role.txt", "# titles\nrole\n position # x\n\n"},
                                {"r/README.md", "no rule"},
                                {"r/a/notes.md", "no rule"},
                                {"r/.git/x.toml", "broken"}});
  const Result<RuleFolder> folder = read_rule_folder(files, "r");
  REQUIRE(folder.has_value());
  REQUIRE(folder->rules.size() == 2);
  CHECK(folder->rules[0].id == "first");
  CHECK(folder->rules[0].category == "a");
  CHECK(folder->words.at("role") == std::vector<std::string>{"role", "position"});
}

TEST_CASE("an empty word list and a missing folder are errors that name the path") {
  const MemoryFileSystem files({{"r/words/role.txt", "# nothing\n"}, {"r/README.md", "none"}});
  const Result<RuleFolder> empty = read_rule_folder(files, "r");
  REQUIRE_FALSE(empty.has_value());
  CHECK(empty.error().message == "the word list is empty");
  CHECK(empty.error().file == "r/words/role.txt");
  const Result<RuleFolder> missing = read_rule_folder(files, "nowhere");
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().file == "nowhere");
}

TEST_CASE("the files of a folder may be as large together as the limit says") {
  constexpr std::size_t largest = std::size_t{1} << 20;
  std::map<std::string, std::string> files{{"r/README.md", "none"}};
  for (std::size_t i = 0; i < rule_bytes_limit / largest; ++i)
    files["r/words/w" + std::to_string(i) + ".txt"] =
        "word\n#" + std::string(largest - 7, ' ') + "\n";
  CHECK(read_rule_folder(MemoryFileSystem(files), "r").has_value());
  files["r/words/x.txt"] = "word\n";
  const Result<RuleFolder> beyond = read_rule_folder(MemoryFileSystem(files), "r");
  REQUIRE_FALSE(beyond.has_value());
  CHECK(beyond.error().file == "r/words/x.txt");
}

}  // namespace
}  // namespace mailcheck
