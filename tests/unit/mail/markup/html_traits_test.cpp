#include "mail/markup/html_traits.hpp"

#include <string>

#include <doctest/doctest.h>

#include "mail/draft.hpp"

using namespace mailcheck;

namespace {

/// The traits of a mail with this HTML, “kind value; …”, each checked to stand where it says.
std::string traits_of(const std::string& html) {
  const std::string head = "Subject: a\nContent-Type: text/html; charset=utf-8\n\n";
  const Source source{.path = "mail", .bytes = head + html};
  const Draft draft = parse_draft(source);
  std::string out;
  for (const HtmlTrait& trait : draft.html_traits) {
    constexpr const char* kinds[] = {"color", "background", "font", "link"};
    out += std::string(out.empty() ? "" : "; ") + kinds[static_cast<int>(trait.kind)] + " " +
           trait.value;
    CHECK(trait.span.begin >= head.size());
    CHECK(trait.span.end <= source.bytes.size());
    CHECK_FALSE(trait.span.empty());
  }
  return out;
}

}  // namespace

TEST_CASE("traits are read from attributes and from style") {
  CHECK(traits_of("<body bgcolor=white text='#000'><font color=RED face=\"Arial\">a</font>") ==
        "background white; color #000; color red; font arial");
  CHECK(
      traits_of("<p style='color: Red ; background:url(a.png);font-family:&quot;A B&quot;, c'>") ==
      "color red; background url(a.png); font \"a b\", c");
  CHECK(traits_of("<a href=' file:///C:/A ' style='color:red'>b</a>") == "link file:///C:/A");
}

TEST_CASE("a trait is kept once, at its first place") {
  CHECK(traits_of("<p style='color:red'>a<p style='COLOR:RED;'>b") == "color red");
}

TEST_CASE("what others or programs wrote has no traits") {
  CHECK(traits_of("<style>p { color: red }</style><p>a") == "");
  CHECK(traits_of("<p>a<blockquote style='color:red'>b</blockquote>") == "");
  CHECK(traits_of("<p>a<div class=gmail_quote><font color=red>b</font></div>") == "");
  CHECK(traits_of("<p>a<div class=\"gmail_signature\"><a href=x>b</a></div>") == "");
}

TEST_CASE("broken markup ends in no trait or a short one") {
  CHECK(traits_of("<p style=>a<p style='color'>b<p style=':red'>c<p style") == "");
  CHECK(traits_of("<p style='color:red'") == "");
  CHECK(traits_of("<p =x color=>a") == "");
  CHECK(traits_of("<p style=';;;color:;'>a") == "");
}

TEST_CASE("there are no more traits than the limit") {
  std::string html;
  for (int i = 0; i < 1000; ++i)
    html += "<a href=x" + std::to_string(i) + ">a</a>";
  const Source source{.path = "mail", .bytes = "Content-Type: text/html\n\n" + html};
  CHECK(parse_draft(source).html_traits.size() == html_trait_limit);
}
