#include "app/quick_options.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

using Arguments = std::vector<std::string>;

TEST_CASE("plain options are read without CLI11") {
  const Arguments arguments = {"--no-config", "--format", "json", "draft.txt", "--now=then",
                               "--ignore",    "a,b",      "-q",   "-",         "-j",
                               "2",           "--sent",   "x,y"};
  const std::optional<QuickOptions> quick = read_quickly(Command::check, arguments);
  REQUIRE(quick.has_value());
  CHECK(quick->raw.no_config);
  CHECK(quick->raw.format == "json");
  CHECK(quick->raw.now == "then");
  CHECK(quick->raw.ignore == Arguments{"a", "b"});
  CHECK(quick->raw.sent == Arguments{"x,y"});
  CHECK(quick->raw.quiet);
  CHECK(quick->raw.jobs == "2");
  CHECK(quick->paths == Arguments{"draft.txt", "-"});
}

TEST_CASE("what is not plain is left to CLI11") {
  const Arguments rows[] = {
      {"--help"},
      {"-h"},
      {"-V"},
      {"--no-such-option"},
      {"--format"},
      {"--format="},
      {"--format", ""},
      {"--format", "--quiet"},
      {"--quiet=true"},
      {"-qv"},
      {"-j2"},
      {"--quiet", "--quiet"},
      {"--ignore", "a,,b"},
      {"--ignore", "a,"},
      {"--ignore", "[a]"},
      {"--stdio"},
      {"--format", "json", "--format", "text"},
  };
  for (const Arguments& row : rows) {
    CAPTURE(row.front());
    CHECK_FALSE(read_quickly(Command::check, row).has_value());
  }
}

}  // namespace
}  // namespace mailcheck
