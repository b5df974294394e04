#include "checks/doubled_word.hpp"

#include <doctest/doctest.h>

#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

CheckRun run(const std::string& bytes) {
  Params params;
  params.set("allowed", std::vector<std::string>{"that", "had", "very"});
  return run_check(make_doubled_word, bytes, params);
}

}  // namespace

TEST_CASE("a word written twice is flagged and the second removed") {
  const CheckRun found = run("Dear Dana,\n\nI liked the the plan.\n");
  CHECK(found.marked == "Dear Dana,\n\nI liked {|the the|} plan.\n");
  CHECK(found.repaired[0] == "Dear Dana,\n\nI liked the plan.\n");
}

TEST_CASE("a doubled word is found across a line break and in another case") {
  const std::string text = "Dear Dana,\n\nThe plan is to\nto move. It It is good.\n";
  for (const std::string& bytes : {text, with_crlf(text)})
    CHECK(run(bytes).marked == "Dear Dana,\n\nThe plan is {|to\nto|} move. It It is good.\n");
}

TEST_CASE("what may be doubled is left alone") {
  for (const char* text :
       {"I know that that had had a very, very good effect of on-site work.",
        "I saw Walla Walla and 20 20 things.", "What you do. Do come.", "See [name name] here."})
    CHECK(run("Dear Dana,\n\n" + std::string(text) + "\n").hits.empty());
}
