#include "report/text.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

namespace mailcheck {
namespace {

constexpr TextStyle narrow{.color = Color::never, .width = 40};

std::string summary(const Sample& sample, const TextStyle& style = narrow) {
  Totals totals;
  totals.add(sample.result);
  return text_summary(totals, style, "");
}

TEST_CASE("a finding shows its place, its line with marks, and what to do") {
  Sample sample("Hi Dana,\n\nI am looking forward to starting.\n");
  sample
      .add("looking forward to starting", "assumed-outcome", Severity::warning,
           "Assumes you already have the job.")
      .help = "Say what you hope for: “I would be glad to join the team.”";
  CHECK(text_report(sample.draft(), narrow) ==
        "── draft.txt ───────────────────────────\n"
        "\n"
        "draft.txt:3:6 warning assumed-outcome\n"
        "  Assumes you already have the job.\n"
        "   3 │ I am looking forward to starting.\n"
        "     │      ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  → Say what you hope for: “I would be\n"
        "    glad to join the team.”\n"
        "\n");
}

TEST_CASE("a message of many is named, and its lines are those of the file") {
  Sample sample("Hi Dana,\n\nI am here.\n");
  sample.source.path = "box.mbox";
  sample.source.message = 3;
  sample.source.first_line = 1200;
  sample.source.first_offset = 50000;
  sample.add("here", "r", Severity::warning, "M.");
  CHECK(text_report(sample.draft(), narrow).starts_with("── box.mbox ────"));
  sample.source.is_one_of_many = true;
  CHECK(text_report(sample.draft(), narrow) ==
        "── box.mbox, message 3 ─────────────────\n"
        "\n"
        "box.mbox:1202:6 warning r\n"
        "  M.\n"
        "  1202 │ I am here.\n"
        "       │      ^^^^\n"
        "\n");
}

TEST_CASE("fixes of the whole place are offered as a question") {
  Sample sample("I recieve it.\n");
  Finding& finding = sample.add("recieve", "misspelling", Severity::error, "Misspelt.");
  for (const char* word : {"receive", "relieve", "recede", "recite"})
    finding.fixes.push_back({"Replace", false, {{finding.span, word}}});
  const std::string text = text_report(sample.draft(), {.width = 80});
  CHECK(text.find("  → Did you mean “receive”, “relieve” or “recede”?\n") != std::string::npos);
}

TEST_CASE("another fix is named by its title") {
  Sample sample("the the end\n");
  Finding& finding = sample.add("the the", "doubled-word", Severity::error, "Doubled.");
  finding.fixes.push_back({"Remove “the”", true, {{{4, 8}, ""}}});
  CHECK(text_report(sample.draft(), narrow).find("  → Remove “the”.\n") != std::string::npos);
}

TEST_CASE("a range over two lines is marked on the first and goes on") {
  for (const char* newline : {"\n", "\r\n"}) {
    Sample sample(std::string("I am looking") + newline + "forward." + newline);
    sample.add(std::string("looking") + newline + "forward", "r", Severity::warning, "M.");
    CHECK(text_report(sample.draft(), narrow)
              .find("   1 │ I am looking\n"
                    "     │      ^^^^^^^ …\n") != std::string::npos);
  }
}

TEST_CASE("something missing is a caret") {
  Sample sample("Hi\n\nBye\n");
  Finding& finding = sample.add("Bye", "missing", Severity::warning, "Says no thanks.");
  finding.span = {4, 4};
  CHECK(text_report(sample.draft(), narrow).find("   3 │ Bye\n     │ ^\n") != std::string::npos);
}

TEST_CASE("the quiet report is findings alone, the verbose one has stage and notes") {
  Sample sample("I see.\n");
  sample.add("see", "r", Severity::suggestion, "M.");
  sample.result.notes = {"1 quoted line was not checked"};
  CHECK(text_report(sample.draft(), {.width = 40, .verbosity = Verbosity::quiet})
            .starts_with("draft.txt:1:3 suggestion r\n"));
  CHECK(summary(sample, {.verbosity = Verbosity::quiet}).empty());
  const std::string verbose =
      text_report(sample.draft(), {.width = 80, .verbosity = Verbosity::verbose});
  CHECK(verbose.find("  Read as thank-you (a guess, 93 % sure), language en-US.\n"
                     "  1 quoted line was not checked.\n") != std::string::npos);
}

TEST_CASE("a clean draft is told so in one line") {
  const Sample sample("Hi\n");
  CHECK(text_report(sample.draft(), narrow).empty());
  CHECK(summary(sample) ==
        "Looks good: there is nothing to mend.\n"
        "148 words, 9 sentences, about 38 seconds to read.\n");
}

TEST_CASE("what was not checked never looks good") {
  Sample sample("Hi\n");
  sample.result.failures = {"no dictionary"};
  CHECK(summary(sample).starts_with("Nothing was found, but not everything could be checked."));
  Sample empty("");
  empty.result.stats = {};
  CHECK(summary(empty) == "There are no words to check.\n");
}

TEST_CASE("the summary counts by severity and names a rule to ask about") {
  Sample sample("a b c\n");
  sample.add("a", "one", Severity::error, "M.");
  sample.add("b", "two", Severity::suggestion, "M.");
  sample.add("c", "two", Severity::suggestion, "M.");
  sample.result.stats.reading_seconds = 80;
  Totals totals;
  totals.add(sample.result);
  CHECK(text_summary(totals, narrow, "one") ==
        "1 error and 2 suggestions.\n"
        "148 words, 9 sentences, about 1 min 20 s to read.\n"
        "Why? Ask “mailcheck explain one”.\n");
  totals.add(sample.result);
  CHECK(text_summary(totals, narrow, "") == "2 errors and 4 suggestions.\n2 drafts checked.\n");
}

TEST_CASE("no escape sequence of a draft, its name or a rule reaches the terminal") {
  Sample sample("x\x1b[31m\u202E y\n");
  sample.source.path = "\x1b]0;t\x07";
  Finding& finding = sample.add("y", "r\x1b", Severity::error, "M\x1b.");
  finding.help = "H\x1b.";
  finding.fixes.push_back({"F", false, {{finding.span, "z\x1b"}}});
  const std::string text = text_report(sample.draft(), narrow);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
}

}  // namespace
}  // namespace mailcheck
