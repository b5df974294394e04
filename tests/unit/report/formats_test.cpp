// The formats that other programs read: checkstyle, JUnit, GitHub, SARIF, LSP.

#include <doctest/doctest.h>

#include "report/checkstyle.hpp"
#include "report/github.hpp"
#include "report/junit.hpp"
#include "report/lsp.hpp"
#include "report/sarif.hpp"
#include "report/uri.hpp"
#include "report/xml.hpp"
#include "sample.hpp"

namespace mailcheck {
namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Sample two_findings() {
  Sample sample("Hi 😀,\n\nI \xC3\xA9 recieve.\n");
  sample.add("😀", "emoji", Severity::suggestion, "“😀” is an emoji.");
  Finding& finding =
      sample.add("recieve", "misspelling", Severity::error, "“recieve” is misspelt.");
  finding.fixes.push_back({"Replace with “receive”", false, {{finding.span, "receive"}}});
  return sample;
}

/// A path and a message that would break out of any format.
Sample hostile() {
  Sample sample("Hi.\n");
  sample.source.path = "a:b,c%\n::error::x\x1B[31m\"<&>\u202E.txt";
  sample.add("Hi", "rude", Severity::warning, "a\n::set-env name=x::y]]>\x1B<b>\"&'%0A\u202E");
  return sample;
}

TEST_CASE("a path becomes a URI, a colon no scheme") {
  CHECK(uri_of("drafts/a b.txt") == "drafts/a%20b.txt");
  CHECK(uri_of("/tmp/é#?.txt") == "file:///tmp/%C3%A9%23%3F.txt");
  CHECK(uri_of("a:b%20") == "a%3Ab%2520");
}

TEST_CASE("text for XML has no markup and no controls") {
  CHECK(xml_text("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
  CHECK(xml_text("\uFFFE \uFFFF \uFFFD") == "&lt;U+FFFE&gt; &lt;U+FFFF&gt; \uFFFD");
  CHECK(xml_text("\x1B\xFF") == "&lt;U+001B&gt;&lt;0xFF&gt;");
}

TEST_CASE("checkstyle has a file element for a draft and an error element for a finding") {
  CHECK(checkstyle_draft(two_findings().draft()) ==
        "  <file name=\"draft.txt\">\n"
        "    <error line=\"1\" column=\"4\" severity=\"info\" message=\"“😀” is an emoji.\" "
        "source=\"mailcheck.outcome.emoji\"/>\n"
        "    <error line=\"3\" column=\"5\" severity=\"error\" message=\"“recieve” is misspelt.\" "
        "source=\"mailcheck.outcome.misspelling\"/>\n"
        "  </file>\n");
  CHECK(checkstyle_begin("1.2.3") + checkstyle_end() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle "
        "version=\"1.2.3\">\n</checkstyle>\n");
}

TEST_CASE("JUnit fails for what is at the limit or above, and passes a clean draft") {
  const std::string out = junit_draft(two_findings().draft(), Severity::warning);
  CHECK(contains(out, "<testsuite name=\"draft.txt\" tests=\"2\" failures=\"1\" errors=\"0\">"));
  CHECK(contains(out,
                 "<testcase classname=\"draft.txt\" name=\"misspelling at 3:5\">\n      <failure "
                 "type=\"error\" message=\"“recieve” is misspelt.\">"));
  CHECK(contains(out, "name=\"emoji at 1:4\">\n      <system-out>"));
  CHECK(contains(junit_draft(two_findings().draft(), Severity::off), "failures=\"0\""));
  const Sample clean("Hi.\n");
  CHECK(junit_draft(clean.draft(), Severity::warning) ==
        "  <testsuite name=\"draft.txt\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
        "    <testcase classname=\"draft.txt\" name=\"no findings\"/>\n"
        "  </testsuite>\n");
}

TEST_CASE("GitHub gets one command a finding") {
  CHECK(
      github_report(two_findings().draft()) ==
      "::notice file=draft.txt,line=1,endLine=1,col=4,endColumn=5,title=emoji::“😀” is an emoji.\n"
      "::error file=draft.txt,line=3,endLine=3,col=5,endColumn=12,title=misspelling::“recieve” is "
      "misspelt.\n");
}

TEST_CASE("LSP counts from 0, in UTF-16 code units") {
  const std::string out = lsp_report(two_findings().draft(), "/home/ada");
  CHECK(contains(out, R"("uri": "file:///home/ada/draft.txt")"));
  CHECK(
      contains(out, R"("start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 5})"));
  CHECK(contains(out,
                 R"("start": {"line": 2, "character": 4}, "end": {"line": 2, "character": 11})"));
  CHECK(contains(out, R"("severity": 1, "code": "misspelling", "source": "mailcheck")"));
  CHECK(out.find('\n') == out.size() - 1);
}

TEST_CASE("SARIF names the rules that have results, and places them in code points and bytes") {
  SarifReport report;
  std::string out = report.begin();
  const auto describe = [](const std::string& id) -> SarifRule {
    if (id != "misspelling")
      return {.id = id};
    return {id, "typos", "A word is misspelt.", "Look it up.", "Typos cost jobs.", Severity::error};
  };
  out += report.draft(two_findings().draft(), describe);
  out += report.draft(two_findings().draft(), describe);
  out += report.end("1.2.3");
  CHECK(contains(out, "\"ruleId\": \"misspelling\",\n          \"ruleIndex\": 1,"));
  CHECK(contains(out, "\"startColumn\": 5,"));
  CHECK(contains(out, "\"byteOffset\": 15,\n                  \"byteLength\": 7"));
  CHECK(contains(out, "\"fullDescription\": {\n                \"text\": \"Typos cost jobs.\""));
  CHECK(contains(out, "\"insertedContent\": {"));
  std::size_t rules = 0;
  for (std::size_t at = out.find("\"id\": "); at != std::string::npos;
       at = out.find("\"id\": ", at + 1))
    ++rules;
  CHECK(rules == 2);
}

TEST_CASE("nothing of a hostile draft breaks out of its place") {
  const Sample sample = hostile();
  const std::string github = github_report(sample.draft());
  CHECK(github.find('\n') == github.size() - 1);
  CHECK(contains(github, "file=a%3Ab%2Cc%25"));
  SarifReport sarif;
  for (const std::string& out :
       {checkstyle_draft(sample.draft()), junit_draft(sample.draft(), Severity::warning), github,
        lsp_report(sample.draft(), "/x"),
        sarif.begin() + sarif.draft(sample.draft(),
                                    [](const std::string& id) { return SarifRule{.id = id}; })}) {
    CHECK(out.find('\x1B') == std::string::npos);
    CHECK(out.find("\u202E") == std::string::npos);
    CHECK(out.find("\n::") == std::string::npos);
  }
  CHECK(checkstyle_draft(sample.draft()).find("<b>") == std::string::npos);
  CHECK(junit_draft(sample.draft(), Severity::warning).find("<b>") == std::string::npos);
}

}  // namespace
}  // namespace mailcheck
