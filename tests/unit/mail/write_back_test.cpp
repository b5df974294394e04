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
                    SourceFormat format = SourceFormat::message, bool is_from_mbox = false) {
  Source source{"draft", std::move(bytes), format};
  source.is_from_mbox = is_from_mbox;
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

TEST_CASE("a change over line ends of a plain text is the same with LF and with CRLF") {
  CHECK(changed("Thank you\nyou\nall.\n", "\nyou", "", SourceFormat::plain_text) ==
        "Thank you\nall.\n");
  CHECK(changed("Thank you\r\nyou\r\nall.\r\n", "\nyou", "", SourceFormat::plain_text) ==
        "Thank you\r\nall.\r\n");
}

TEST_CASE("a plain part takes only what its charset has") {
  const std::string latin = "Content-Type: text/plain; charset=iso-8859-1\n";
  CHECK(changed(body_with(latin, "The cafe is n\xE9w.\n"), "cafe", "café") == "no");
  CHECK(changed(body_with(latin, "The cfae is n\xE9w.\n"), "cfae", "cafe") ==
        body_with(latin, "The cafe is n\xE9w.\n"));
  const std::string utf_7 = "Content-Type: text/plain; charset=utf-7\n";
  CHECK(changed(body_with(utf_7, "One and two.\n"), "and", "+AND") == "no");
  const std::string japanese = "Content-Type: text/plain; charset=iso-2022-jp\n";
  CHECK(changed(body_with(japanese, "\x1B$B%F\x1B(B tset\n"), "tset", "test") ==
        body_with(japanese, "\x1B$B%F\x1B(B test\n"));
  CHECK(changed(body_with(japanese, "\x1B$B%F\x1B(B tset\n"), "tset", "ト") == "no");
}

TEST_CASE("a plain subject stays one line of one charset") {
  CHECK(changed("Subject: Tuor\n\nHello\n", "Tuor", "Tour") == "Subject: Tour\n\nHello\n");
  CHECK(changed("Subject: Tour\n\nHello\n", "ou", "o\nu") == "no");
  CHECK(changed("Subject: Caf\xE9 tour\n\nHello\n", "tour", "señor") == "no");
  CHECK(changed("Subject: Cafe tour\n\nHello\n", "tour", "señor") ==
        "Subject: Cafe señor\n\nHello\n");
  CHECK(changed("Subject: =?utf-8?q?a?= or =?utf-8?q?b?=\n\nHello\n", "or", "") == "no");
}

TEST_CASE("no change begins a message of an mbox or quotes a line") {
  const auto in_mbox = [](std::string_view body, std::string_view from, std::string_view to) {
    return changed(body_with("", body), from, to, SourceFormat::message, true);
  };
  CHECK(in_mbox("Form us all.\n", "Form", "From") == "no");
  CHECK(in_mbox("Yes.\n>Form us all.\n", "Form", "From") == "no");
  CHECK(in_mbox("So From here.\n", "So ", "") == "no");
  CHECK(in_mbox("Best\nFro m us.\n", "Fro m", "From") == "no");
  CHECK(in_mbox(">From here on, al is well.\n", "al", "all") ==
        body_with("", ">From here on, all is well.\n"));
  CHECK(in_mbox("Greetings form us.\n", "form", "From") == body_with("", "Greetings From us.\n"));
}

TEST_CASE("base64 with faults before the change is changed in whole groups or not at all") {
  const std::string fields =
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n";
  // “Thank yuo for the tour.” with a character that is skipped, and with padding within.
  CHECK(changed(body_with(fields, "VGhh!bmsgeXVv\nIGZvciB0aGUg\ndG91ci4K\n"), "tour", "visit") ==
        body_with(fields, "VGhh!bmsgeXVv\nIGZvciB0aGUg\ndmlzaXQuCg==\n"));
  CHECK(changed(body_with(fields, "VGhhbms=\nIHl1byBmb3IgdGhlIHRvdXIuCg==\n"), "yuo", "you") !=
        "no");
  CHECK(changed(body_with(fields, "This is no base64 text, is it?\nThansk\n"), "sk", "ks") == "no");
}

TEST_CASE("what is read is not lost among blanks and signs of markup") {
  const std::string html = "<p>Thank you all now.</p>\n";
  CHECK(changed(html, "all", "", SourceFormat::html) == "no");
  CHECK(changed(html, " all", "", SourceFormat::html) == "<p>Thank you now.</p>\n");
  CHECK(changed(html, "all", "all ", SourceFormat::html) == "no");
  CHECK(changed("Thank you.\nx all\n", "x", "-", SourceFormat::markdown) == "no");
  const std::string flowed = "Content-Type: text/plain; format=flowed\n";
  CHECK(changed(body_with(flowed, "Hi\nthe the tour\n"), "the", "") == "no");
}
