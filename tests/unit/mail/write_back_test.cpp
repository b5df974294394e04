#include "mail/write_back.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using mailcheck::Draft;
using mailcheck::Source;
using mailcheck::SourceChange;
using mailcheck::SourceFormat;

// The source after `from` in its text was changed to `to`, or “no” when that is not offered. What
// the changed source reads as must be the old text with the change, and nothing else.
std::string changed(std::string bytes, std::string_view from, std::string_view to,
                    SourceFormat format = SourceFormat::message) {
  const Source source{"draft", std::move(bytes), format};
  const Draft draft = parse_draft(source);
  const std::size_t at = draft.text.find(from);
  REQUIRE(at != std::string::npos);
  const std::optional<SourceChange> change = write_back(source, draft, {at, at + from.size()}, to);
  if (!change)
    return "no";
  Source after = source;
  after.bytes.replace(change->span.begin, change->span.size(), change->bytes);
  std::string want = draft.text;
  want.replace(at, from.size(), to);
  CHECK(parse_draft(after).text == want);
  return after.bytes;
}

std::string body_with(std::string_view fields, std::string_view body) {
  return "Subject: Tour\n" + std::string(fields) + "\n" + std::string(body);
}

}  // namespace

TEST_CASE("plain text is changed where it stands") {
  CHECK(changed("Thank yuo.\n", "yuo", "you", SourceFormat::plain_text) == "Thank you.\n");
  CHECK(changed("Thank\r\nyuo.\r\n", "Thank\nyuo", "Thanks", SourceFormat::plain_text) ==
        "Thanks.\r\n");
}

TEST_CASE("quoted-printable is written with its escapes") {
  const std::string fields =
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n";
  CHECK(changed(body_with(fields, "At the caf=C3=A8 Bleu.\n"), "cafè", "café") ==
        body_with(fields, "At the caf=C3=A9 Bleu.\n"));
  CHECK(changed(body_with(fields, "Thank y=\nuo.\n"), "yuo", "you = me") ==
        body_with(fields, "Thank you =3D me.\n"));
  CHECK(changed(body_with(fields, "Thank yuo\n"), "yuo", "you ") == "no");
  const std::string latin =
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n";
  CHECK(changed(body_with(latin, "At the caf=E8.\n"), "cafè", "café") ==
        body_with(latin, "At the caf=E9.\n"));
  CHECK(changed(body_with(latin, "At the caf=E8.\n"), "cafè", "кафе") == "no");
}

TEST_CASE("base64 is written anew from the change on") {
  const std::string fields =
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n";
  // “Thank yuo for the tour.” and a line break.
  const std::string body = "VGhhbmsgeXVv\nIGZvciB0aGUg\ndG91ci4K\n";
  CHECK(changed(body_with(fields, body), "yuo", "you") ==
        body_with(fields, "VGhhbmsgeW91\nIGZvciB0aGUg\ndG91ci4K\n"));
  CHECK(changed(body_with(fields, body), "tour", "visit") ==
        body_with(fields, "VGhhbmsgeXVv\nIGZvciB0aGUg\ndmlzaXQuCg==\n"));
  CHECK(changed(body_with(fields, body), "yuo for", "you all for") != "no");
}

TEST_CASE("HTML is escaped, and markup within the text is left alone") {
  const std::string html = "<p>Thank yuo for <b>the</b> tour of R&amp;D.</p>\n";
  CHECK(changed(html, "yuo", "you & <all>", SourceFormat::html) ==
        "<p>Thank you &amp; &lt;all&gt; for <b>the</b> tour of R&amp;D.</p>\n");
  CHECK(changed(html, "R&D", "the lab", SourceFormat::html) ==
        "<p>Thank yuo for <b>the</b> tour of the lab.</p>\n");
  CHECK(changed(html, "for the", "of a", SourceFormat::html) == "no");
}

TEST_CASE("Markdown takes no characters of markup") {
  CHECK(changed("Thank *yuo* all.\n", "yuo", "you", SourceFormat::markdown) ==
        "Thank *you* all.\n");
  CHECK(changed("Thank *yuo* all.\n", "yuo", "_you_", SourceFormat::markdown) == "no");
}

TEST_CASE("flowed lines may lie within a change") {
  const std::string fields = "Content-Type: text/plain; format=flowed\n";
  CHECK(changed(body_with(fields, "Thank \nyuo.\n"), "Thank yuo", "Thank you") ==
        body_with(fields, "Thank you.\n"));
  CHECK(changed(body_with(fields, "Thank you.\nBye\n"), "Bye", " Bye") == "no");
}

TEST_CASE("a subject is changed within its encoded word") {
  CHECK(changed("Subject: =?utf-8?q?Thank_yuo,_Ren=C3=A9?=\n\nHello\n", "yuo", "you!") ==
        "Subject: =?utf-8?q?Thank_you!,_Ren=C3=A9?=\n\nHello\n");
  CHECK(changed("Subject: =?utf-8?q?Ren=C3=A8?=\n\nHello\n", "Renè", "René") ==
        "Subject: =?utf-8?q?Ren=C3=A9?=\n\nHello\n");
  // “Thank yuo”
  CHECK(changed("Subject: =?utf-8?b?VGhhbmsgeXVv?=\n\nHello\n", "yuo", "you all") ==
        "Subject: =?utf-8?b?VGhhbmsgeW91IGFsbA==?=\n\nHello\n");
  CHECK(changed("Subject: =?utf-8?q?yuo?= =?utf-8?q?rs?=\n\nHello\n", "yuors", "yours") == "no");
  CHECK(changed("Subject: =?utf-8?q?yuo?=\n\nHello\n", "yuo", std::string(80, 'y')) == "no");
}
