#include "mail/markup/html.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "mail/markup/html_nesting.hpp"
#include "tests/unit/mail/markup/markup.hpp"

using namespace mailcheck;

namespace {

MarkupText read(const std::string& html) {
  std::vector<Note> notes;
  return read_html(decoded(html), notes);
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out += text;
  return out;
}

struct Row {
  std::string_view html;
  std::string_view text;
};

template <std::size_t size>
void check_rows(const Row (&rows)[size]) {
  for (const Row& row : rows) {
    CAPTURE(row.html);
    for (const std::string& html : {std::string(row.html), with_crlf(row.html)}) {
      const MarkupText result = read(html);
      CHECK(marked(result) == row.text);
      check_places(result, html);
    }
  }
}

}  // namespace

TEST_CASE("white space of HTML collapses, but not where it is preformatted") {
  check_rows({
      {"  Dear\n  Dana, <b> how </b> are you? ", "Dear Dana, how are you?\n"},
      {"a <i> b</i>", "a b\n"},
      {"a&nbsp; b", "a b\n"},
      {"<pre>\na  b\n c</pre>", "a  b\n c\n"},
      {"<p style='white-space: pre-wrap'>a  b\nc</p>", "a  b\nc\n"},
      {"so\u00ADft zero\u200Bwidth", "so\u00ADft zero\u200Bwidth\n"},
  });
}

TEST_CASE("blocks of HTML are lines, those with a margin paragraphs") {
  check_rows({
      {"<div>Dear Dana,</div><div><br></div><div>Thank you.</div><div>Robin</div>",
       "Dear Dana,\n\nThank you.\nRobin\n"},
      {"<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree\n"},
      {"a<br><br>b<br><br><br><br>c", "a\n\nb\n\nc\n"},
      {"<div>a<br></div><div>b</div>", "a\nb\n"},
      {"<div>a</div><div>&nbsp;</div><div>b</div>", "a\n\nb\n"},
      {"<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>",
       "a\n\nb\n"},
      {"<style>P {margin-top:0;margin-bottom:0;}</style><p>a</p><p>b</p><p><br></p><p>c</p>",
       "a\nb\n\nc\n"},
      {"<p style='margin: 0in'>a</p><p style='margin: 0in'>b</p>", "a\nb\n"},
      {"<h2>Head</h2>text<hr>more", "Head\n\ntext\n\nmore\n"},
      {"a<ul><li>one<li>two<ol><li>three</ol></ul>b", "a\n\n- one\n- two\n- three\n\nb\n"},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n"},
      {"<p>one<p>two", "one\n\ntwo\n"},
      {"", ""},
      {"<br>&nbsp;<p></p>", ""},
  });
}

TEST_CASE("what a browser hides is no text") {
  check_rows({
      {"<title>T</title><style>p{}</style><script>s</script><!-- c -->a", "a\n"},
      {"<div style='display:none'>x</div><p hidden>x</p><b style=\"MSO-HIDE: all\">x</b>a", "a\n"},
      {"<style>.pre { display: none !important; } @media print { p { display: none } }</style>"
       "<div class='big pre'>x</div><p>a</p>",
       "a\n"},
      {"<div style='font-size:0'>x<p style='font-size:12px'>a</p></div>", "a\n"},
      {"<span style='visibility:hidden'>x</span><img alt=x><select><option>x</select>a", "a\n"},
      {"<template>x</template><textarea>x</textarea><svg><text>x</text></svg>a", "a\n"},
      {"<del>a</del> <s>b</s>", "a b\n"},
  });
}

TEST_CASE("quoted mail is marked, the line above it is not") {
  check_rows({
      {"Hi<blockquote type=cite>a<br><br>b<blockquote type=cite>c</blockquote></blockquote>d",
       "Hi\n\n> a\n>\n> b\n>\n> > c\n\nd\n"},
      {"<div class='gmail_quote'><div class=gmail_attr>On Monday, Jo wrote:<br></div>"
       "<blockquote>a<blockquote>b</blockquote></blockquote></div>",
       "On Monday, Jo wrote:\n\n> a\n>\n> > b\n"},
      {"<blockquote style='margin:0 0 0 40px'>indented</blockquote>", "indented\n"},
      {"<div class='yahoo_quoted'><div>a</div><p>b</p></div>c", "> a\n>\n> b\n\nc\n"},
      {"<div id=divRplyFwdMsg><b>From:</b> Jo<br><b>Sent:</b> Monday</div>",
       "From: Jo\nSent: Monday\n"},
      {"<p>&gt; mine</p>", "> mine\n"},
  });
}

TEST_CASE("quotes of HTML are told apart up to a limit") {
  const std::string html = repeated("<blockquote type=cite>", 20) + "a";
  CHECK(read(html).text.text == repeated("> ", 8) + "a\n");
}

TEST_CASE("a signature that a mail program marked gets a mark of text") {
  check_rows({
      {"a<div class='gmail_signature'>Dana<br>Park</div>", "a\n-- \nDana\nPark\n"},
      {"a<br><span class=gmail_signature_prefix>-- </span><br><div class=gmail_signature>D</div>",
       "a\n-- \nD\n"},
      {"a<pre class=moz-signature>-- \nDana</pre>", "a\n\n-- \nDana\n"},
      {"a<div id=Signature></div>", "a\n"},
  });
}

TEST_CASE("code and addresses of HTML are verbatim") {
  check_rows({
      {"run <code>make all</code> or <kbd>x</kbd>", "run {|make all|} or {|x|}\n"},
      {"<tt>a<br>b</tt>", "a\nb\n"},
      {"<a href='https://example.com/'>example.com</a>", "{|example.com|}\n"},
      {"<a href='https://example.com/'>https://other.example</a>", "{|https://other.example|}\n"},
      {"<ul><li><a href='mailto:d@example.com'>d@example.com</a></ul>", "- {|d@example.com|}\n"},
      {"<a href='https://example.com/'>my page</a>", "my page\n"},
      {"<a href='https://example.com/'>Example</a>", "Example\n"},
  });
}

TEST_CASE("a block of code is left out and noted") {
  std::vector<Note> notes;
  const MarkupText result =
      read_html(decoded("a<pre><code>int x;</code></pre>b<pre>prose</pre>"), notes);
  CHECK(result.text.text == "a\n\nb\n\nprose\n");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == NoteKind::left_out);
  CHECK(notes[0].span.begin == 1);
}

TEST_CASE("character references map to where they stand") {
  struct Reference {
    std::string_view source;
    std::string_view text;
  };
  for (const Reference& row : {
           Reference{"&amp;", "&"},
           Reference{"&#8217;", "\u2019"},
           Reference{"&#X2019;", "\u2019"},
           Reference{"&#8217", "\u2019"},
           Reference{"&rsquo;", "\u2019"},
           Reference{"&eacute", "\u00E9"},
           Reference{"&notin;", "\u2209"},
           Reference{"&semi;", ";"},
           Reference{"&fjlig;", "fj"},
           Reference{"&#128;", "\u20AC"},
           Reference{"&#0;", "\uFFFD"},
           Reference{"&#xD800;", "\uFFFD"},
           Reference{"&#99999999999;", "\uFFFD"},
           Reference{"&lt;", "<"},
           Reference{"&CounterClockwiseContourIntegral;", "\u2233"},
       }) {
    CAPTURE(row.source);
    const std::string html = "x" + std::string(row.source) + " y";
    const MarkupText result = read(html);
    CHECK(result.text.text == "x" + std::string(row.text) + " y\n");
    CHECK(result.text.map.to_source({1, 1 + row.text.size()}) ==
          SourceSpan{1, 1 + row.source.size()});
    check_places(result, html);
  }
  check_rows({
      {"&notit; &foo; & &; &# &#x; &ampx", "\u00ACit; &foo; & &; &# &#x; &x\n"},
      {"a &lt;b&gt; c", "a <b> c\n"},
  });
}

TEST_CASE("places are exact through tags, references and quoted-printable") {
  const std::string html = "<p>I am <b>so</b> sorry, it&rsquo;s\nme</p>";
  const MarkupText result = read(html);
  CHECK(source_of(result, html, "so") == "so");
  CHECK(source_of(result, html, "so sorry") == "so</b> sorry");
  CHECK(source_of(result, html, "it\u2019s me") == "it&rsquo;s\nme");
  CHECK(source_of(result, html, "me") == "me");

  // An encoded layer below: “=3D” stands for one byte.
  const std::string encoded = "<p class=3D\"a\">one =3D two</p>";
  DecodedText decoded_html;
  for (std::size_t at = 0; at < encoded.size();) {
    if (encoded.compare(at, 3, "=3D") == 0) {
      decoded_html.append_replaced("=", {at, at + 3});
      at += 3;
    } else {
      decoded_html.append_verbatim(encoded, {at, at + 1});
      ++at;
    }
  }
  std::vector<Note> notes;
  const MarkupText inner = read_html(decoded_html, notes);
  CHECK(inner.text.text == "one = two\n");
  CHECK(source_of(inner, encoded, "= two") == "=3D two");
}

TEST_CASE("text that stands between the cells of a table stays in its place") {
  check_rows({
      {"<table><tr><td>a</td></tr>stray<tr><td>b</td></tr></table>end", "a\nstray\nb\nend\n"},
      {"<b>1<p>2</b>3</p>4", "1\n\n23\n\n4\n"},
      {"a</x>&lt;b", "a<b\n"},
      {"one</body> two", "one two\n"},
  });
}

TEST_CASE("HTML that is nested too deeply is read without its layout and noted") {
  for (const std::string_view tag :
       {"<div>", "<b>", "<table>", "<span>", "<blockquote>", "<x-y>", "<svg>", "<p><b>"}) {
    CAPTURE(tag);
    const std::string html = repeated(tag, html_depth_limit + 1) + "deep &amp; dark";
    std::vector<Note> notes;
    const MarkupText result = read_html(decoded(html), notes);
    CHECK(result.text.text == "deep & dark\n");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].kind == NoteKind::limit_reached);
    check_places(result, html);
  }
}

TEST_CASE("the limits of HTML hold at their very ends") {
  CHECK(is_within_html_limits(repeated("<div>", html_depth_limit)));
  CHECK_FALSE(is_within_html_limits(repeated("<div>", html_depth_limit + 1)));
  CHECK(is_within_html_limits("<p " + repeated("a ", html_attribute_limit) + ">"));
  CHECK_FALSE(is_within_html_limits("<p " + repeated("a ", html_attribute_limit + 1) + ">"));
  CHECK_FALSE(is_within_html_limits("</p " + repeated("a ", html_attribute_limit + 1) + ">"));
  CHECK(is_within_html_limits("<p " + repeated("a ", html_attribute_limit)));
  CHECK_FALSE(is_within_html_limits("<p " + repeated("a ", html_attribute_limit + 1)));
}

TEST_CASE("long mails with end tags left out are within the limits") {
  for (const std::string_view part :
       {"<p>a", "<li>a", "<dt>a<dd>b", "<br>", "<img>", "<tr><td>a<td>b", "<option>a",
        "<div><p>a</div>", "<td><font color=red>a</td>", "<b>a</b>", "<a href=x>a",
        "<o:p></o:p>"}) {
    CAPTURE(part);
    CHECK(is_within_html_limits("<table><tr>" + repeated(part, 5000)));
  }
}

TEST_CASE("nesting that only looks closed counts as open") {
  for (const std::string_view part :
       {"<div></span>", "<div><table></div>", "<span><div></span>", "<svg><desc><div></svg>",
        "<b><table><td></b>", "<table><b><tr>"}) {
    CAPTURE(part);
    CHECK_FALSE(is_within_html_limits(repeated(part, 20 * html_depth_limit)));
  }
}

TEST_CASE("any bytes as HTML have a text whose bytes all have a place") {
  std::mt19937 random(1);
  const std::string_view parts[] = {"<p>",
                                    "</p>",
                                    "<b>",
                                    "</b>",
                                    "<table>",
                                    "<tr>",
                                    "<td>",
                                    "</table>",
                                    "<a href=x.y>",
                                    "</a>",
                                    "x.y",
                                    " ",
                                    "\n",
                                    "&amp;",
                                    "&nbsp;",
                                    "&#x80;",
                                    "&",
                                    "<",
                                    ">",
                                    "<!--",
                                    "-->",
                                    "<pre>",
                                    "</pre>",
                                    "<code>",
                                    "</code>",
                                    "<svg>",
                                    "<![CDATA[",
                                    "<select>",
                                    "</body>",
                                    "<li>",
                                    "<ul>",
                                    "\xFF",
                                    "\u00E9",
                                    "<blockquote type=cite>",
                                    "</blockquote>",
                                    "--",
                                    "<div id=Signature>",
                                    "</div>",
                                    "<i>",
                                    "</i>",
                                    "<textarea>",
                                    "<title>",
                                    "word"};
  for (int round = 0; round < 3000; ++round) {
    std::string html;
    for (int i = 0; i < 30; ++i)
      html += parts[random() % std::size(parts)];
    CAPTURE(html);
    check_places(read(html), html);
  }
}
