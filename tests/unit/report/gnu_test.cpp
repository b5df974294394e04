#include "report/gnu.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

namespace mailcheck {
namespace {

TEST_CASE("a finding is one line as compilers write it") {
  Sample sample("Hi,\n\nI recieve you.\n");
  sample.add("recieve", "misspelling", Severity::warning, "“recieve” is misspelt.");
  CHECK(gnu_report(sample.draft()) ==
        "draft.txt:3:3: warning: “recieve” is misspelt. [misspelling]\n");
}

TEST_CASE("columns count what the editor counts") {
  Sample sample("A\u0301\U0001F600 recieve\n");
  sample.add("recieve", "misspelling", Severity::warning, "Misspelt.");
  CHECK(gnu_report(sample.draft()).starts_with("draft.txt:1:5: "));
  CHECK(gnu_report(sample.draft(), ColumnUnit::utf16).starts_with("draft.txt:1:6: "));
  CHECK(gnu_report(sample.draft(), ColumnUnit::byte).starts_with("draft.txt:1:9: "));
}

TEST_CASE("no finding, no output") {
  CHECK(gnu_report(Sample("Hi\n").draft()).empty());
}

TEST_CASE("hostile names and messages stay on their line") {
  Sample sample("x");
  sample.source.path = "a\n\x1b[2J.txt";
  sample.add("x", "r\u202E", Severity::error, "Two\nlines\x07.");
  CHECK(gnu_report(sample.draft()) ==
        "a<U+000A><U+001B>[2J.txt:1:1: error: Two lines<U+0007>. [r<U+202E>]\n");
}

}  // namespace
}  // namespace mailcheck
