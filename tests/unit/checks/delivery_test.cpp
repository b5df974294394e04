#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checks/attached_files.hpp"
#include "checks/derived.hpp"
#include "checks/frame_form.hpp"
#include "checks/header_field.hpp"
#include "checks/html_styling.hpp"
#include "checks/local_link.hpp"
#include "checks/pattern_text.hpp"
#include "checks/recipients.hpp"
#include "facts/sent_mail.hpp"
#include "tests/unit/checks/marked_hits.hpp"

using namespace mailcheck;

namespace {

Draft draft_of(const std::string& bytes) {
  return parse_draft({.path = "draft", .bytes = bytes});
}

/// The details of a check's hits, which may stand in the header.
std::string details(Result<CheckFunction> (*make)(const Params&), const std::string& bytes,
                    const Params& params = {}) {
  static const Speller speller({}, Lexicon());
  const Draft draft = draft_of(bytes);
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, {});
  const PhraseMatches phrases;
  const Result<CheckFunction> check = make(params);
  if (!check)
    return "error: " + check.error().message;
  std::string out;
  const PatternText pattern_text(draft.text);
  const Derived derived;
  SearchBudget budget;
  for (const Hit& hit :
       (*check)({draft, text, facts, phrases, speller, pattern_text, derived, budget}))
    out.append(out.empty() ? "" : "; ").append(hit.detail);
  return out;
}

std::string mixed(const std::string& parts) {
  return "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
         "Text.\n" +
         parts + "--b--\n";
}

std::string part(const std::string& header) {
  return "--b\n" + header + "\n\nabc\n";
}

std::string styled(const std::string& html) {
  return details(make_html_styling, "Content-Type: text/html\n\n" + html);
}

std::string group(const std::string& header) {
  return details(make_group_mail, header + "Subject: a\n\nThank you.\n");
}

}  // namespace

TEST_CASE("signatures, keys, invitations and images of the text are no files") {
  const Draft draft = draft_of(
      mixed(part("Content-Type: application/pgp-signature; name=signature.asc") +
            part("Content-Type: text/calendar; name=invite.ics\nContent-Disposition: attachment") +
            part("Content-Type: image/png; name=logo.png\nContent-Disposition: inline") +
            part("Content-Type: application/pdf; name=cv.pdf\nContent-Disposition: inline") +
            part("Content-Type: image/png; name=photo.png\nContent-Disposition: attachment")));
  const std::vector<const Attachment*> files = attached_files(draft);
  REQUIRE(files.size() == 2);
  CHECK(files[0]->name == "cv.pdf");
  CHECK(files[1]->name == "photo.png");
}

TEST_CASE("an image of a multipart/related is inline although it does not say so") {
  const Draft draft = draft_of(
      "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a\n" +
      part("Content-Type: image/png; name=a.png\nContent-ID: <a>") + "--b--\n");
  REQUIRE(draft.attachments.size() == 1);
  CHECK(draft.attachments[0].is_inline);
  CHECK(attached_files(draft).empty());
}

TEST_CASE("drafts of mail programs without MIME may name their attachments") {
  CHECK(may_have_attachment(draft_of("Attach: cv.pdf\nSubject: a\n\nText.\n")));
  CHECK(may_have_attachment(draft_of("Subject: a\n\n<#part type=\"x/y\" filename=\"cv\">\n")));
  CHECK_FALSE(may_have_attachment(draft_of("Subject: a\n\nText.\n")));
}

TEST_CASE("the finding about an attachment stands at its content type") {
  const std::string bytes = mixed(part("Content-Type: application/pdf; name=cv.pdf"));
  const Draft draft = draft_of(bytes);
  REQUIRE(draft.attachments.size() == 1);
  CHECK(slice(std::string_view(bytes), draft.attachments[0].place) ==
        "Content-Type: application/pdf; name=cv.pdf");
}

TEST_CASE("colours that programs write are none") {
  CHECK(
      styled("<p style='color:#000'>a<p style='color:rgb(31, 73, 125)'>b<p style='color:navy'>") ==
      "");
  CHECK(styled("<p style='color:#222222;color:#5f6368;color:windowtext;color:#xyz;color:#12'>") ==
        "");
  CHECK(styled("<p style='color:#f00'>a") == "coloured text");
  CHECK(styled("<p style='color:rgb(255 0 0 / 50%)'>a") == "coloured text");
  CHECK(styled("<p style='color:rgb('>a<p style='color:#'>b<p style='color:rgb(99999999999,0'>") ==
        "");
}

TEST_CASE("a white background is none, and one font is enough") {
  CHECK(styled("<body bgcolor='#ffffff' style='background:white none'>a") == "");
  CHECK(styled("<body style='background: #ffc'>a") == "a background");
  CHECK(
      styled("<p style='font-family:Calibri'>a<p style='font-family:&quot;Calibri&quot;,Arial'>") ==
      "");
  CHECK(styled("<font face=Calibri>a</font><font face=Arial>b</font>") == "a second font, “arial”");
  CHECK(styled("<font face='Comic Sans MS'>a</font>") == "the font “comic sans ms”");
}

TEST_CASE("one's own addresses are no recipients, and one company may share a mail") {
  CHECK(group("From: o@reis.example\nTo: a@x.example\nCc: o@reis.example\n") == "");
  CHECK(group("To: a@x.example, b@mail.x.example\n") == "");
  CHECK(group("To: a@x.example, b@y.example\n") == "people of different companies");
  CHECK(group("To: a@x.example\nCc: b@x.example\nBcc: c@x.example\n") == "3 people");
  CHECK(group("To: a@gmail.com, b@gmail.com\n") == "");
  CHECK(group("To: a, b\n") == "");
}

TEST_CASE("a word of the recipient's address counts as a whole") {
  Params params;
  params.set("names", std::vector<std::string>{"noreply"});
  const auto found = [&](const std::string& address) {
    return details(make_recipient_name, "To: " + address + "\nSubject: a\n\nText.\n", params);
  };
  CHECK(found("no-reply@x.org") == "no-reply@x.org");
  CHECK(found("jobs.no_reply+1@x.org") == "jobs.no_reply+1@x.org");
  CHECK(found("juno.reply@x.org") == "");
  CHECK(found("-@x.org") == "");
}

TEST_CASE("links to one's own machine and network are local") {
  const auto marked = [](const std::string& text) {
    return run_check(make_local_link, text + "\n").marked;
  };
  CHECK(marked("See http://172.16.0.1/a, not http://172.32.0.1/a.") ==
        "See {|http://172.16.0.1/a|}, not http://172.32.0.1/a.\n");
  CHECK(marked("See \\\\server\\share and C:\\cv.pdf") ==
        "See {|\\\\server\\share|} and {|C:\\cv.pdf|}\n");
  CHECK(marked("Use \\\\n and :// and 172.") == "Use \\\\n and :// and 172.\n");
  CHECK(marked("http://olga@localhost:80?a http://nas.local/x http://local.se") ==
        "{|http://olga@localhost:80?a|} {|http://nas.local/x|} http://local.se\n");
}

TEST_CASE("“Re:” is taken off with the blank behind it") {
  Params params;
  params.set("fault", std::string("fake-reply"));
  const CheckRun run = run_check(make_reply_thread, "Date: x\nSubject: Re[2]:  A\n\nB\n", params);
  CHECK(run.marked == "{|Re[2]:|}  A\nB\n");
  REQUIRE(run.repaired.size() == 1);
  CHECK(run.repaired[0] == "A\nB\n");
}

TEST_CASE("a comma is offered for a greeting that lacks it") {
  const CheckRun run = run_check(make_greeting_mark, "Dear Ms. Park\n\nThank you.\n");
  REQUIRE(run.repaired.size() == 1);
  CHECK(run.repaired[0] == "Dear Ms. Park,\n\nThank you.\n");
  CHECK(run_check(make_greeting_mark, "Dear Prof.\n\nThank you.\n").hits.empty());
  CHECK(run_check(make_greeting_mark, "Dear Ms. Park").hits.empty());
}

TEST_CASE("wrong parameters are errors") {
  CHECK_FALSE(make_header_field({}).has_value());
  CHECK_FALSE(make_reply_thread({}).has_value());
  Params params;
  params.set("recipients", std::int64_t{0});
  CHECK_FALSE(make_group_mail(params).has_value());
}
