// The HTML report: what is escaped, where marks stand. tests/html/ looks at whole pages.

#include <doctest/doctest.h>

#include "report/html_frame.hpp"
#include "report/html_letter.hpp"
#include "report/html_summary.hpp"
#include "report/html_text.hpp"
#include "sample.hpp"

namespace mailcheck {
namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// A finding that knows its place in the text; without a header block that begins as the file does.
void mark(Sample& sample, std::string_view text, Severity severity) {
  Finding& finding = sample.add(text, "a-rule", severity, "Wrong.");
  const std::size_t begin = parse_draft(sample.source).text.find(text);
  finding.text_span = TextSpan{begin, begin + text.size()};
}

TEST_CASE("text for HTML has no markup, and keeps its lines only where they are shown") {
  CHECK(html_text("a<b>\n\"&") == "a&lt;b&gt;&lt;U+000A&gt;&quot;&amp;");
  CHECK(html_lines("a<b>\nc\n") == "a&lt;b&gt;\nc\n");
  CHECK(html_prose("set  `words`\nhere") == "set <code>words</code> here");
  CHECK(html_prose("one ` tick") == "one ` tick");
}

TEST_CASE("only addresses of the web become links") {
  CHECK(html_link("https://example.org/a?b&c") ==
        "<a href=\"https://example.org/a?b&amp;c\" rel=\"noreferrer noopener external\">"
        "example.org/a?b&amp;c</a>");
  CHECK(html_link("javascript:alert(1)") == "javascript:alert(1)");
  CHECK(html_link("data:text/html,<b>") == "data:text/html,&lt;b&gt;");
}

TEST_CASE("a finding is marked in its place, with its number at its end") {
  Sample sample("Hello there,\n\nI am <sure>.\n");
  mark(sample, "am <sure>", Severity::error);
  CHECK(contains(html_letter(sample.draft(), 2),
                 "I <a class=\"mark error\" href=\"#d2-f1\"><span class=\"flagged\">am "
                 "&lt;sure&gt;</span><span class=\"number\">1"
                 "</span><span class=\"hidden\"> (finding 1, error)</span></a>.\n"));
}

TEST_CASE("of findings that overlap the gravest shows, and each has its number") {
  Sample sample("one two three\n");
  mark(sample, "one two", Severity::suggestion);
  mark(sample, "two", Severity::error);
  const std::string html = html_letter(sample.draft(), 1);
  CHECK(contains(
      html,
      "<a class=\"mark suggestion\" href=\"#d1-f1\"><span class=\"flagged\">one </span></a>"
      "<a class=\"mark error\" href=\"#d1-f2\"><span class=\"flagged\">two</span><span "
      "class=\"number\">2"));
  CHECK(contains(html, "<a class=\"badge suggestion\" href=\"#d1-f1\"><span class=\"number\">1"));
}

TEST_CASE("where something is missing stands a number alone") {
  Sample sample("one two\n");
  Finding& finding = sample.add("two", "missing-thing", Severity::warning, "There is nothing.");
  finding.text_span = TextSpan{4, 4};
  CHECK(contains(html_letter(sample.draft(), 1),
                 "one <a class=\"badge warning\" href=\"#d1-f1\"><span class=\"number\">1"));
}

TEST_CASE("a finding about a header field stands beside it, one about nothing shown below") {
  Sample sample("To: dana@example.org\nX-Other: b\nSubject: Thanks\n\nHello\n");
  sample.add("dana@example.org", "no-reply", Severity::warning, "Wrong.");
  sample.add("X-Other: b", "odd-field", Severity::suggestion, "Odd.");
  const std::string html = html_letter(sample.draft(), 1);
  CHECK(contains(html, "dana@example.org <a class=\"badge warning\" href=\"#d1-f1\">"));
  CHECK(contains(html, "About the mail as a whole: <a class=\"badge suggestion\""));
}

TEST_CASE("the page allows nothing but its own style sheet") {
  const std::string page = html_page_begin("a<b>");
  CHECK(contains(page, "<title>a&lt;b&gt;</title>"));
  CHECK(contains(page, "content=\"default-src 'none'; style-src 'sha256-" +
                           std::string(html_style_hash()) +
                           "'; base-uri 'none'; form-action 'none'\""));
}

TEST_CASE("the verdict counts what was found, or says that all is well") {
  Sample sample("one two\n");
  CHECK(html_verdict(sample.result) == "looks good");
  sample.add("one", "a", Severity::error, "Wrong.");
  sample.add("two", "b", Severity::warning, "Wrong.");
  sample.add("two", "c", Severity::warning, "Wrong.");
  CHECK(html_verdict(sample.result) == "1 error and 2 warnings");
}

}  // namespace
}  // namespace mailcheck
