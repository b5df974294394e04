#include "app/options.hpp"

#include <string>

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

Options parsed(const std::vector<std::string>& arguments) {
  const Result<Options> options = parse_options(arguments);
  if (!options)
    FAIL_CHECK(options.error().message);
  return options ? *options : Options{};
}

std::string problem(const std::vector<std::string>& arguments) {
  const Result<Options> options = parse_options(arguments);
  return options ? "no error" : options.error().message;
}

using Words = std::vector<std::string>;

TEST_CASE("a path alone is checked") {
  const Options options = parsed({"draft.txt", "-", "[x].txt"});
  CHECK(options.command == Command::check);
  CHECK(options.arguments == Words{"draft.txt", "-", "[x].txt"});
  CHECK(parsed({"check", "draft.txt"}).arguments == Words{"draft.txt"});
  CHECK(parsed({}).arguments.empty());
}

TEST_CASE("the messages of a Maildir and the bar are chosen") {
  CHECK(parsed({"m"}).messages == MessageChoice::drafts);
  CHECK(parsed({"m"}).progress == ProgressChoice::automatic);
  CHECK(parsed({"--all", "m"}).messages == MessageChoice::all);
  CHECK(parsed({"m", "--progress", "always"}).progress == ProgressChoice::always);
  CHECK(parsed({"m", "--progress=never"}).progress == ProgressChoice::never);
  CHECK(problem({"--progress", "some"}) ==
        "--progress does not know “some”; use auto, always, never");
}

TEST_CASE("columns are chosen for the format that has no unit of its own") {
  CHECK(parsed({"m"}).columns == ColumnUnit::code_point);
  CHECK(parsed({"--format", "gnu", "--columns", "bytes", "m"}).columns == ColumnUnit::byte);
  CHECK(parsed({"--columns=utf-16", "--format=gnu", "m"}).columns == ColumnUnit::utf16);
  CHECK(problem({"--format=gnu", "--columns", "cells"}) ==
        "--columns does not know “cells”; use characters, bytes, utf-16");
  CHECK(problem({"--format=json", "--columns=bytes"}) == "--columns needs --format gnu");
}

TEST_CASE("the number of drafts at once is a number") {
  CHECK(parsed({"a.txt"}).jobs == 0);
  CHECK(parsed({"--jobs", "8", "a.txt"}).jobs == 8);
  CHECK(parsed({"-j", "2", "a.txt"}).jobs == 2);
  CHECK(parsed({"stats", "--jobs=1024", "a.txt"}).jobs == 1024);
  for (const char* wrong : {"x", "-1", "1025", "2x", "99999999999999999999"}) {
    CAPTURE(wrong);
    CHECK(problem({std::string("--jobs=") + wrong, "a.txt"})
              .starts_with("--jobs needs a number from 0 to 1024"));
  }
}

TEST_CASE("paths may come from a list") {
  const Options options = parsed({"--files-from", "-", "-0"});
  CHECK(options.files_from == "-");
  CHECK(options.ends_with_nul);
  CHECK(parsed({"stats", "--files-from=list"}).files_from == "list");
  CHECK(problem({"-0", "a.txt"}) == "--null needs --files-from");
  CHECK(problem({"--files-from", "-", "-"}) ==
        "standard input can be a draft or the paths of --files-from, not both");
}

TEST_CASE("what follows two dashes is a path") {
  CHECK(parsed({"a", "--", "--format", "check"}).arguments == Words{"a", "--format", "check"});
}

TEST_CASE("every option of check is read") {
  const Options options = parsed({"--format",
                                  "jsonl",
                                  "--stage",
                                  "status-inquiry",
                                  "--lang=en-GB",
                                  "--config",
                                  "c.toml",
                                  "--select",
                                  "a,b",
                                  "--select",
                                  "c",
                                  "--ignore",
                                  "d",
                                  "--severity",
                                  "e=off",
                                  "--severity=f=error",
                                  "--fail-on",
                                  "never",
                                  "--stdin-filename",
                                  "n.eml",
                                  "--color",
                                  "never",
                                  "-q",
                                  "x.txt"});
  CHECK(options.format == Format::jsonl);
  CHECK(options.stage == Stage::status_inquiry);
  CHECK(options.language == Language{"en-GB"});
  CHECK(options.config_file == "c.toml");
  CHECK(options.select == Words{"a", "b", "c"});
  CHECK(options.ignore == Words{"d"});
  REQUIRE(options.severities.size() == 2);
  CHECK(options.severities[0] == std::pair(std::string("e"), Severity::off));
  CHECK(options.severities[1] == std::pair(std::string("f"), Severity::error));
  CHECK(options.fail_on == Severity::off);
  CHECK(options.stdin_filename == "n.eml");
  CHECK(options.color == ColorChoice::never);
  CHECK(options.verbosity == Verbosity::quiet);
  CHECK(options.arguments == Words{"x.txt"});
}

TEST_CASE("the facts of a draft and the time of sending are options") {
  const Options options =
      parsed({"--context", "facts.toml", "--now", "2026-03-05T09:00:00+01:00", "draft.txt"});
  CHECK(options.context_file == "facts.toml");
  CHECK(options.now == parse_moment("2026-03-05T09:00:00+01:00"));
  CHECK_FALSE(parsed({"draft.txt"}).now.has_value());
  CHECK(problem({"--now", "2026-03-05", "draft.txt"}).starts_with("--now needs a time"));
}

TEST_CASE("the last of a repeated option counts") {
  CHECK(parsed({"--format", "gnu", "x", "--format", "json"}).format == Format::json);
}

TEST_CASE("the other commands take their own options") {
  CHECK(parsed({"config", "--origin"}).origin);
  CHECK(parsed({"test-rules", "--coverage", "r"}).coverage);
  CHECK(parsed({"rules", "--format", "json"}).format == Format::json);
  CHECK(parsed({"explain", "too-long"}).arguments == Words{"too-long"});
  CHECK(parsed({"--help-all"}).shown.find("--format text|html|gnu|json|jsonl") !=
        std::string::npos);
  CHECK(parsed({"rules", "-h"}).command == Command::show);
}

TEST_CASE("wrong usage says what is meant") {
  CHECK(problem({"--formt", "x"}) == "there is no option “--formt”; did you mean “--format”?");
  CHECK(problem({"--zzzz=1"}) == "there is no option “--zzzz”; see “mailcheck --help-all”");
  CHECK(problem({"--format", "jsno"}) == "--format does not know “jsno”; did you mean “json”?");
  CHECK(problem({"rules", "--format", "jsonl"}).starts_with("--format does not know “jsonl”"));
  CHECK(problem({"--stage", "x"}).starts_with("--stage does not know “x”; use auto, thank-you, "));
  CHECK(problem({"--severity", "too-long"}).starts_with("--severity needs a rule and a level"));
  CHECK(problem({"--severity", "=off"}).starts_with("--severity needs a rule and a level"));
  CHECK(problem({"x", "--format"}) == "--format needs a value");
  CHECK(problem({"-q", "-v", "x"}) == "--quiet and --verbose cannot be used together");
  CHECK(problem({"--config", "a", "--no-config"}) ==
        "--config and --no-config cannot be used together");
  CHECK(problem({"explain"}).starts_with("explain needs the id"));
  CHECK(problem({"init", "x"}) == "init takes no arguments, but “x” was given");
}

}  // namespace
}  // namespace mailcheck
