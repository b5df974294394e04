#include "fix/fixes.hpp"

#include <doctest/doctest.h>

namespace mailcheck {
namespace {

Finding finding(std::vector<SourceEdit> edits, bool safe = true,
                Severity severity = Severity::warning) {
  Finding finding;
  finding.severity = severity;
  finding.fixes.push_back({"Mend", safe, std::move(edits)});
  return finding;
}

/// Finds every occurrence of `from` and would put `to` there.
LintResult replacing(const Source& source, const std::string& from, const std::string& to,
                     Severity severity = Severity::warning) {
  LintResult result;
  for (std::size_t at = source.bytes.find(from); at != std::string::npos;
       at = source.bytes.find(from, at + from.size()))
    result.findings.push_back(finding({{{at, at + from.size()}, to}}, true, severity));
  return result;
}

TEST_CASE("only the bytes of the edits change") {
  const AppliedFixes applied = apply_fixes(
      "a\r\nbb \xFF c", {finding({{{3, 5}, "B"}}), finding({{{7, 7}, "!"}})}, FixChoice::safe);
  CHECK(applied.bytes == "a\r\nB \xFF! c");
  CHECK(applied.applied == 2);
}

TEST_CASE("unsafe fixes wait until they are asked for") {
  const std::vector<Finding> findings = {finding({{{0, 1}, "x"}}, false), finding({{{2, 3}, "y"}})};
  CHECK(apply_fixes("a b", findings, FixChoice::none).bytes == "a b");
  CHECK(apply_fixes("a b", findings, FixChoice::safe).bytes == "a y");
  CHECK(apply_fixes("a b", findings, FixChoice::all).bytes == "x y");
}

TEST_CASE("of overlapping fixes the first is taken, whole") {
  const AppliedFixes applied =
      apply_fixes("abcdef",
                  {finding({{{1, 3}, "X"}}), finding({{{2, 4}, "Y"}, {{5, 6}, "Z"}}),
                   finding({{{3, 3}, "W"}}), finding({{{5, 6}, "V"}})},
                  FixChoice::safe);
  CHECK(applied.bytes == "aXdeV");
  CHECK(applied.applied == 2);
  CHECK(applied.refused == 2);
}

TEST_CASE("edits out of the draft or over one another are refused") {
  const AppliedFixes applied = apply_fixes(
      "abc", {finding({{{2, 9}, "x"}}), finding({{{0, 2}, "x"}, {{1, 3}, "y"}}), finding({})},
      FixChoice::safe);
  CHECK(applied.bytes == "abc");
  CHECK(applied.refused == 3);
}

TEST_CASE("a draft is fixed until nothing changes") {
  const FixedDraft fixed = fix_draft({"t", "aaaa"}, FixChoice::safe, [](const Source& source) {
    return replacing(source, "aa", "a");
  });
  CHECK(fixed.bytes == "a");
  CHECK(fixed.result.findings.empty());
  CHECK(fixed.applied == 3);
  CHECK_FALSE(fixed.is_taken_back);
}

TEST_CASE("fixes that undo one another leave the draft as it was") {
  const FixedDraft fixed = fix_draft({"t", "a"}, FixChoice::safe, [](const Source& source) {
    return source.bytes == "a" ? replacing(source, "a", "b") : replacing(source, "b", "a");
  });
  CHECK(fixed.bytes == "a");
  CHECK(fixed.is_taken_back);
  CHECK(fixed.result.findings.size() == 1);
}

TEST_CASE("a fix that makes something worse is taken back") {
  const FixedDraft fixed = fix_draft({"t", "a"}, FixChoice::safe, [](const Source& source) {
    return source.bytes == "a" ? replacing(source, "a", "b")
                               : replacing(source, "b", "b", Severity::error);
  });
  CHECK(fixed.bytes == "a");
  CHECK(fixed.is_taken_back);
}

TEST_CASE("rounds end at their limit, and what was reached stays") {
  std::size_t rounds = 0;
  const FixedDraft fixed = fix_draft({"t", "a"}, FixChoice::safe, [&](const Source& source) {
    ++rounds;
    LintResult result;
    result.findings.push_back(finding({{{0, 0}, "a"}}));
    (void)source;
    return result;
  });
  CHECK(fixed.bytes == std::string(fix_round_limit + 1, 'a'));
  CHECK(rounds == fix_round_limit + 1);
  CHECK(fixed.is_unfinished);
}

TEST_CASE("fixes that touch one another have more rounds") {
  // Each of the 30 fixes takes the rest of the draft with it, as in base64.
  const FixedDraft fixed =
      fix_draft({"t", std::string(30, 'a')}, FixChoice::safe, [&](const Source& source) {
        LintResult result;
        for (std::size_t at = source.bytes.find('a'); at < source.bytes.size(); ++at)
          result.findings.push_back(
              finding({{{at, source.bytes.size()}, "b" + source.bytes.substr(at + 1)}}));
        return result;
      });
  CHECK(fixed.bytes == std::string(30, 'b'));
  CHECK(fixed.applied == 30);
  CHECK_FALSE(fixed.is_unfinished);
}

}  // namespace
}  // namespace mailcheck
