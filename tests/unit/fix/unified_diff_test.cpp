#include "fix/unified_diff.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

TEST_CASE("equal texts have no difference") {
  CHECK(unified_diff("a", "x\n", "x\n").empty());
  CHECK(unified_diff("a", "", "").empty());
}

TEST_CASE("a changed line stands between three that stay") {
  CHECK(unified_diff("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes that are near share a hunk, others do not") {
  std::string before;
  std::string near;
  std::string far;
  for (int i = 1; i <= 20; ++i) {
    const std::string line = std::to_string(i) + "\n";
    before += line;
    near += i == 2 || i == 9 ? "x\n" : line;
    far += i == 2 || i == 10 ? "x\n" : line;
  }
  const auto hunks = [&](const std::string& after) {
    const std::string diff = unified_diff("a", before, after);
    std::size_t count = 0;
    for (std::size_t at = diff.find("\n@@ "); at != std::string::npos;
         at = diff.find("\n@@ ", at + 1))
      ++count;
    return count;
  };
  CHECK(hunks(near) == 1);
  CHECK(hunks(far) == 2);
}

TEST_CASE("ranges count as diff counts them") {
  CHECK(unified_diff("a", "", "x\n") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+x\n");
  CHECK(unified_diff("a", "x\n", "") == "--- a\n+++ a\n@@ -1 +0,0 @@\n-x\n");
  CHECK(unified_diff("a", "1\n2\n", "1\n") == "--- a\n+++ a\n@@ -1,2 +1 @@\n 1\n-2\n");
}

TEST_CASE("a missing last line break is told, a CR is kept") {
  CHECK(unified_diff("a", "x", "y\r\n") ==
        "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\r\n");
}

}  // namespace
}  // namespace mailcheck
