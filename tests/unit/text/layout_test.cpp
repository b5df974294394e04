#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "text/text.hpp"

using namespace mailcheck;

namespace {

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

std::string without_cr(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '\r')
      out += c;
  }
  return out;
}

// A mail written as rows “region: text”. A row without region goes on with the region above; “.” is
// an empty line; “+” puts the row on the same line as the row above.
struct Mail {
  std::string text;
  std::string regions;  // As `render` writes them.
};

Mail mail_of(std::string_view rows) {
  Mail mail;
  std::string kind;
  while (!rows.empty()) {
    const std::size_t end = rows.find('\n');
    std::string_view row = rows.substr(0, end);
    rows.remove_prefix(end == std::string_view::npos ? rows.size() : end + 1);
    if (row == ".") {
      mail.text += '\n';
      continue;
    }
    const bool is_same_line = row.starts_with('+');
    if (is_same_line) {
      row.remove_prefix(1);
      mail.text.back() = ' ';
    }
    const std::size_t colon = row.find("|");
    REQUIRE(colon != std::string_view::npos);
    const std::string_view written = row.substr(colon + 1);
    const std::string_view name = row.substr(0, colon);
    mail.text.append(written).append("\n");
    if (!name.empty() && name != kind) {
      mail.regions.append("[").append(name).append("]");
      kind = name;
    }
    const std::size_t first = written.find_first_not_of(' ');
    mail.regions.append(" ").append(written.substr(first));
  }
  return mail;
}

std::string render(const Draft& draft, const Text& text) {
  std::string out;
  for (const Region& region : text.regions) {
    out.append("[").append(name_of(region.kind)).append("]");
    std::string_view rest = slice(std::string_view(draft.text), region.span);
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      while (line.starts_with(' '))
        line.remove_prefix(1);
      if (!line.empty())
        out.append(" ").append(line);
    }
  }
  return out;
}

const std::string_view layouts[] = {
    // Plain letters.
    "greeting|Dear Ms. Okafor,\n.\nbody|Thank you for the tour.\n.\n|I liked the lab.\n.\n"
    "closing|Kind regards,\n.\nsignature|Dana Park\n|+47 555 01 23",
    "greeting|Hi Dana,\n+body|thank you for the tour.\nclosing|Best,\nsignature|Kim",
    "greeting|Hi Dana,\n+body|thank you for the tour.\n+closing|Best,\n+signature|Kim",
    "greeting|Hey",
    "body|Thank you for the tour.",
    "body|Thank you for the tour.\n.\nclosing|Thanks!",
    "closing|Thanks,\nsignature|Kim",
    "greeting|Dear Ms. Lee,\n|Dear Mr. Park,\n.\nbody|Thank you both.",
    "greeting|Dana,\n.\nbody|Thank you.\n|More to come.",
    "body|Dana, thank you for the tour of the lab.",
    // Closings and what is none.
    "greeting|Hi Dana,\n.\nbody|Thanks,\n|that was a fine day, and I learned much about the lab.\n"
    "|It was good to see the tests, too.",
    "greeting|Hi Dana,\nbody|Thank you for the tour.\nclosing|Thank you again,\n.\n"
    "|Best regards,\nsignature|Kim",
    "greeting|Hi Dana,\nbody|It was good.\nclosing|Cheers\nsignature|Kim\n.\nbody|P.S. I forgot my "
    "umbrella. "
    "Could you keep it?",
    "greeting|Hi Dana,\nbody|It was good.\nclosing|Kind regards,\n+signature|Kim "
    "Holm\n|kim@example.com",
    "greeting|Hi Dana,\nbody|It was good to meet.\n.\nclosing|Thanks again for the tour of the "
    "lab,\n"
    "signature|Kim",
    "greeting|Hi Dana,\nbody|thanks for the tour of the lab,\n|Kim",
    "greeting|Hi Dana,\nbody|It was good to meet.\n|Thank you for the tour of the lab,\n|Kim told "
    "me "
    "about it.",
    // Signatures without a closing.
    "greeting|Hi Dana,\nbody|It was good to meet.\n.\nsignature|Kim Holm",
    "greeting|Hi Dana,\nbody|It was good to meet.\nsignature|- Kim",
    "greeting|Hi Dana,\nbody|It was good to meet.\n.\nsignature|Kim Holm\n|Engineer\n|555-0123",
    "greeting|Hi Dana,\nbody|It was good to meet you all in\n|New York",
    "greeting|Hi Dana,\nbody|It was good.\nsignature|-- \n|Kim Holm\n|A long line that could be a "
    "sentence, "
    "but stands in the signature.",
    "greeting|Hi Dana,\nbody|It was good.\nclosing|Best,\nsignature|Kim\n.\n|Sent from my iPhone",
    // Addresses above the greeting.
    "address-block|Kim Holm\n|12 Harbour Road\n|Oslo\n.\n|March 3, 2026\n.\n|Ms. Dana "
    "Okafor\n|Nordlys, Inc."
    "\n.\ngreeting|Dear Ms. Okafor,\nbody|Thank you for the tour.",
    "body|I wanted to write you before the end of the week about the tour.\n.\n|Dear me, it was "
    "good.",
    // Quotes.
    "greeting|Hi Dana,\nbody|It was good.\n.\nattribution|On Tue, Mar 3, 2026 at 9:00 AM Dana "
    "Okafor "
    "<dana@example.com> wrote:\nquote|> Hi Kim,\n|>\n|> unfortunately …",
    "greeting|Hi Dana,\nbody|It was good.\nattribution|On Tue, Mar 3, 2026 at 9:00 AM Dana Okafor\n"
    "|<dana@example.com> wrote:\n.\nquote|> Hi Kim",
    "attribution|Dana Okafor wrote:\nquote|> Can you come?\n.\nbody|Yes, I can.\n.\nclosing|Best,\n"
    "signature|Kim",
    "attribution|Am 3. März 2026 schrieb Dana Okafor:\nquote|> Gern.\nbody|Yes, I can come then.",
    "attribution|Le 3 mars 2026 à 9:00, Dana Okafor a écrit :\nquote| > Oui.\nbody|Yes, I can come "
    "then.",
    "body|Yes.\n.\nquote|> one\nbody|First answer to that.\nquote|> two\nbody|Second answer to "
    "that.",
    "greeting|Hi Dana,\nbody|It was good.\nclosing|Best,\nsignature|Kim\n.\n"
    "attribution|-----Original Message-----\n|From: Dana Okafor\n|Sent: Tuesday, March 3, 2026 "
    "9:00 AM\n"
    "|To: Kim Holm\n|Subject: Visit\n.\nquote|Hi Kim,\n.\n|We regret.\n|Best,\n|Dana",
    "body|It was good.\n.\nattribution|From: Dana Okafor <dana@example.com>\n|Sent: Tuesday\n|To: "
    "Kim Holm\n"
    "|Subject: Visit\n.\nquote|Hi Kim, we regret.",
    "body|See below.\n.\nattribution|Begin forwarded message:\n.\n|From: Dana <dana@example.com>\n"
    "|Date: 3 March 2026\n|To: Kim\n.\nquote|Hi Kim",
    "body|See below.\n.\nattribution|On 3 March 2026 at 09:00, Dana Okafor wrote:\n.\nquote|Hi "
    "Kim,\n|we regret.",
    "body|On Tuesday you told me what the team wrote: a new parser.\n|It was good to see.",
    "body|On the whiteboard you wrote:\n|keep it simple.",
    "body|From: here on it gets better.",
    // Who quotes how.
    "greeting|Hi Dana,\nbody|It was good.\n.\nattribution|Dana Park <dana@example.com> schrieb am "
    "Do., "
    "5. März\n|2026 um 09:12:\n.\nquote|> Hi Kim",
    "body|Yes.\n.\nattribution|On Thursday, March 5, 2026 at 09:12:00 AM GMT+1, Dana\n|Park of the "
    "laboratory in the old yard\n|at the harbour <dana@example.com>\n|wrote:\nquote|> Hi Kim",
    "body|Yes.\n.\nattribution|Dana Park\n|<dana@example.com> wrote:\nquote|> Hi Kim",
    "body|Yes.\n.\nattribution|2026-03-05 9:12 GMT+01:00 Dana Park "
    "<dana@example.com>:\n.\nquote|Hi "
    "Kim,\n.\n|we regret.",
    "body|Yes.\n.\nattribution|Dana Park <dana@example.com> 于2026年3月5日周四 09:12写道：\n.\n"
    "quote|Hi Kim,\n|we regret.",
    "body|Yes.\n.\nattribution|Quoting Dana Park <dana@example.com>:\n.\nquote|> Hi Kim",
    "quote|>>>>> \"Dana\" == Dana Park <dana@example.com> writes:\n.\n|Dana> Can you come?\n.\n"
    "body|Yes, I can.",
    "attribution|Dana Park wrote:\nquote|DP> Can you come\n|DP> on Monday?\n.\nbody|Yes, I can.",
    "attribution|Dana Park wrote:\n.\nquote|| Can you come\n|| on Monday?\n.\nbody|Yes.",
    "body|These are my days:\n.\n|A> Monday\n|B> Tuesday",
    "body|The table:\n.\n|| a | b\n|| c | d\n|It is good.",
    "attribution|On Mar 5, 2026, at 9:12 AM, Dana Park <dana@example.com> wrote:\nbody|My answer "
    "comes "
    "first.\nquote|> Can you come?\nbody|Yes, I can.",
    "body|Yes.\n.\nattribution|On Mar 5, 2026, at 9:12 AM, Dana Park <dana@example.com> wrote:\n.\n"
    "quote|Hi Kim,\n|can you come?\n.\n|> Dear Dana,\n|> I could.",
    "attribution|-------- Original Message --------\n|On Thursday, March 5th, 2026 at 9:12 AM, "
    "Dana "
    "Park wrote:\n.\nquote|> Can you come?\n.\nbody|Yes, I can.",
    "attribution|Dana Park wrote:\nquote|> Can you come?\n.\ngreeting|Hi Dana,\n.\nbody|Yes, I "
    "can.\n.\nclosing|Best,\nsignature|Kim",
    "body|Yes.\n.\nattribution|________________________________\n|Von: Dana Park "
    "<dana@example.com>\n|Gesendet: Donnerstag, 5. März 2026 09:12\n|An: Kim Holm\n|Betreff: "
    "Besuch\n.\nquote|Guten Tag",
    "body|Yes.\n.\nattribution|De : Dana Park <dana@example.com>\n|Envoyé : jeudi 5 mars 2026 "
    "09:12\n|À : Kim Holm\n|Objet : Visite\n.\nquote|Bonjour",
    "body|Yes.\n.\nattribution|发件人：Dana Park\n|发送时间：2026年3月5日 9:12\n|收件人：Kim "
    "Holm\n|主题：Visit\n.\nquote|Hi Kim",
    "body|Yes.\n.\nattribution|From:  Dana Park @ NORDLYS      03/05/2026 09:12 AM\n.\n.\n|Sent "
    "by: "
    "Sam\n|To: Kim Holm\n|cc:\n.\n|Subject: Visit\n.\nquote|Hi Kim",
    "body|On the train home I wrote:\n.\nquote|> keep it simple\n.\nbody|It is still true.",
    "body|As you wrote:\n.\nquote|> keep it simple\n.\nbody|It is still true.",
    "body|Am Montag war ich in Oslo, and the lab was open.\n|Le poste is one I would like.",
    "body|On Tuesday I spoke with Dana, who wrote:\n|keep it simple, and do not hurry.",
    "body|Yes, of course.\n.\nquote|> It is a long line that the other program wrapped without its "
    "quote\n|mark\n|> and it goes on here.\n.\nbody|Indeed.",
    "body|I see.\nquote|> Can you come?\nbody|Yes\nquote|> On Monday?\nbody|Yes, then.",
    // Marks of signatures.
    "greeting|Hi Dana,\nbody|It was good.\nsignature|—\n|Kim Holm\n|Engineer",
    "greeting|Hi Dana,\nbody|It was good.\nsignature|__\n|Kim Holm",
    "greeting|Hi Dana,\nbody|It was good.\nsignature|- -\n|Kim Holm\n|kim@example.com",
    "greeting|Hi Dana,\nbody|It was "
    "good.\nclosing|Best,\nsignature|Kim\n|-----\n|https://example.com",
    "greeting|Hi Dana,\nbody|It was good.\n|-----\n|What I have done since is a longer story, and "
    "it is told below.\n.\nsignature|Kim",
    "greeting|Hi Dana,\nbody|It was good.\nsignature|--\nclosing|Kind regards,\nsignature|Kim Holm",
    "greeting|Hi Dana,\nbody|It was good.\nsignature|-- \n|Kim Holm\n.\nquote|> Can you come?\n.\n"
    "body|Yes, I can come then.",
    "greeting|Hi Dana,\nbody|It was good.\n.\nsignature|Kim Holm | Engineer | +47 555 01 "
    "23",
    "greeting|Hi Dana,\nbody|It was good.\n.\nclosing|Best,\nsignature|Kim\n.\n|This message is "
    "confidential and intended for\n|the addressee only. Delete it if you are somebody else.",
    "greeting|Hi Dana,\nbody|It was good.\n.\n|The numbers are confidential, and I keep them so.",
    // Strange ones.
    "greeting|HELLO\n.\nclosing|thanks",
    "body|* one\n|* two",
};

}  // namespace

TEST_CASE("the regions of a mail are told apart") {
  for (const std::string_view rows : layouts) {
    CAPTURE(rows);
    const Mail mail = mail_of(rows);
    for (const std::string& bytes : {mail.text, with_crlf(mail.text)}) {
      const Draft draft = parse_draft({"-", bytes, SourceFormat::plain_text});
      const Text text = analyze(draft);
      CHECK(render(draft, text) == mail.regions);
      for (const Region& region : text.regions) {
        const SourceSpan source = draft.map.to_source(region.span);
        CHECK(without_cr(slice(std::string_view(bytes), source)) ==
              slice(std::string_view(draft.text), region.span));
      }
    }
  }
}

TEST_CASE("the sender's name is a signature where another name is not") {
  const auto shown = [](std::string_view body) {
    const Draft draft =
        parse_draft({"-", "From: \"Holm, Kim\" <kim@example.com>\n\n" + std::string(body)});
    return render(draft, analyze(draft));
  };
  for (const std::string_view name :
       {"Kim", "kim", "Kim Holm", "kim holm", "- Kim", "KH", "K.H.", "K. H.", "Kim H.", "kim."}) {
    const std::string signature(name);
    CAPTURE(signature);
    CHECK(shown("Hi Dana,\nthanks for the tour of the lab\n" + signature) ==
          "[greeting] Hi Dana,[body] thanks for the tour of the lab[signature] " + signature);
  }
  for (const std::string_view other : {"Sam", "Holm", "Kim?", "Kim came too", "K"}) {
    const std::string line(other);
    CAPTURE(line);
    CHECK(shown("Hi Dana,\nthanks for the tour of the lab\n" + line) ==
          "[greeting] Hi Dana,[body] thanks for the tour of the lab " + line);
  }
  CHECK(shown("Hi Dana,\nthanks\nKim\n\n> Can you come?\n") ==
        "[greeting] Hi Dana,[closing] thanks[signature] Kim[quote] > Can you come?");
}

TEST_CASE("tags for Emacs are no text") {
  const Draft draft = parse_draft(
      {"-",
       "<#secure method=pgpmime mode=sign>\nHi Dana,\n\nIt was good.\n<#part "
       "type=\"application/pdf\""
       " filename=\"cv.pdf\">\n<#/part>\n\nBest,\nKim\n<#channel> is where we talked\n"});
  CHECK(
      render(draft, analyze(draft)) ==
      "[greeting] Hi Dana,[body] It was good.[closing] Best,[signature] Kim <#channel> is where we "
      "talked");
}

TEST_CASE("the subject is a region, a paragraph and a sentence") {
  const Draft draft = parse_draft({"-", "Subject: Tour. And more\n\nHi Dana,\n\nIt was good.\n"});
  const Text text = analyze(draft);
  REQUIRE(text.region(RegionKind::subject) != nullptr);
  CHECK(text.region(RegionKind::closing) == nullptr);
  CHECK(text.paragraphs.size() == 3);
  CHECK(text.sentences.size() == 3);
  CHECK(text.region_at(0) == RegionKind::subject);
  CHECK(text.region_at(draft.text.find("Hi")) == RegionKind::greeting);
  CHECK(text.region_at(draft.text.find("good")) == RegionKind::body);
  CHECK(text.region_at(draft.text.size()) == RegionKind::body);
}

TEST_CASE("any lines give regions in order that do not overlap") {
  const std::string_view pieces[] = {"Hi Dana,",
                                     "Best,",
                                     "Kim",
                                     "\n",
                                     "\n",
                                     "> x",
                                     "-- ",
                                     "--",
                                     " ",
                                     ". ",
                                     "P.S.",
                                     "- ",
                                     "wrote:",
                                     "On 3 ",
                                     "From: a",
                                     "To: b",
                                     "Subject: c",
                                     "\n-----\n",
                                     "| a",
                                     "DP> a\n",
                                     "On 3 Mar 2026 at 9:12, Dana <d@example.com> wrote:\n",
                                     "Dana wrote:\n",
                                     "—",
                                     "1. ",
                                     "\xE2\x80\x94",
                                     "[",
                                     "Dear",
                                     ",",
                                     "[a",
                                     "Sent from my x",
                                     "é",
                                     "\xEF\xBF\xBD",
                                     "-----Original Message-----",
                                     "Thank you",
                                     "I'm",
                                     "_"};
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    const auto count = random() % 30;
    for (unsigned long i = 0; i < count; ++i)
      bytes += pieces[random() % std::size(pieces)];
    CAPTURE(bytes);
    const Draft draft = parse_draft({"-", bytes, SourceFormat::plain_text});
    const Text text = analyze(draft);
    std::size_t at = 0;
    for (const Region& region : text.regions) {
      REQUIRE(region.span.begin >= at);
      REQUIRE_FALSE(region.span.empty());
      at = region.span.end;
    }
    at = 0;
    for (const Sentence& sentence : text.sentences) {
      REQUIRE(sentence.span.begin >= at);
      REQUIRE(text.paragraphs[sentence.paragraph].span.contains(sentence.span));
      at = sentence.span.end;
    }
    for (const Word& word : text.words)
      REQUIRE(
          text.sentences[word.sentence].span.contains(TextSpan{word.span.begin, word.span.begin}));
    for (std::uint32_t i = 0; i < text.tokens.all.size(); ++i) {
      const TokenRange clause = clause_of(text, i);
      REQUIRE(clause.first <= i);
      REQUIRE(i < clause.last);
    }
  }
}
