#include "mail/draft.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "base/utf8.hpp"

using namespace mailcheck;

namespace {

Draft parse(std::string bytes, SourceFormat format = SourceFormat::automatic) {
  return parse_draft({"draft", std::move(bytes), format});
}

std::string with_line_end(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string(end) : std::string(1, c);
  return out;
}

bool has_note(const Draft& draft, NoteKind kind) {
  for (const Note& note : draft.notes) {
    if (note.kind == kind)
      return true;
  }
  return false;
}

// Every byte of the text must map into the source, in order, and be that byte where it is verbatim.
void check_map(const Draft& draft, std::string_view bytes) {
  REQUIRE(draft.map.text_size() == draft.text.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < draft.text.size(); ++i) {
    const SourceSpan source = draft.map.to_source({i, i + 1});
    REQUIRE(source.begin <= source.end);
    REQUIRE(source.end <= bytes.size());
    REQUIRE(source.begin >= last);
    last = source.begin;
    if (draft.map.is_verbatim({i, i + 1}))
      REQUIRE(slice(bytes, source) == std::string_view(draft.text).substr(i, 1));
  }
}

}  // namespace

TEST_CASE("the text is the subject, a line break and the body") {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    CAPTURE(end);
    const std::string bytes = with_line_end(
        "To: Dana Park <dana@example.com>\nSubject: Thank\n you\n\nDear Dana,\n\nBye\n", end);
    const Draft draft = parse(bytes);
    CHECK(draft.has_header_block);
    CHECK(draft.text == "Thank you\nDear Dana,\n\nBye\n");
    CHECK(slice(std::string_view(draft.text), draft.subject) == "Thank you");
    CHECK(slice(std::string_view(draft.text), draft.body) == "Dear Dana,\n\nBye\n");
    const std::size_t dana = draft.text.find("Dear Dana");
    CHECK(slice(std::string_view(bytes), draft.map.to_source({dana, dana + 10})) == "Dear Dana,");
    CHECK(slice(std::string_view(bytes), draft.map.to_source({0, 9})) ==
          with_line_end("Thank\n you", end));
    REQUIRE(draft.to.size() == 1);
    CHECK(draft.to[0].display_name == "Dana Park");
    REQUIRE(draft.field("SUBJECT") != nullptr);
    CHECK(draft.field("subject")->value == "Thank you");
    CHECK(draft.field("Reply-To") == nullptr);
    CHECK(draft.notes.empty());
    check_map(draft, bytes);
  }
}

TEST_CASE("a text without header is all body") {
  const Draft draft = parse("Dear Dana,\nhello\n");
  CHECK_FALSE(draft.has_header_block);
  CHECK(draft.text == "Dear Dana,\nhello\n");
  CHECK(draft.subject.empty());
  CHECK(draft.body == TextSpan{0, draft.text.size()});
}

TEST_CASE("an empty body has its place below the header") {
  const std::string bytes = "Subject: Hi\n\n";
  const Draft draft = parse(bytes);
  CHECK(draft.text == "Hi\n");
  CHECK(draft.body.empty());
  CHECK(draft.map.to_source({draft.body.begin, draft.body.end}) ==
        SourceSpan{bytes.size(), bytes.size()});
}

TEST_CASE("an empty subject leaves nothing before the body") {
  const Draft draft = parse("Subject:\nTo: a@b\n\nText\n");
  CHECK(draft.text == "Text\n");
  CHECK(draft.subject.empty());
  REQUIRE(draft.field("Subject") != nullptr);
  CHECK(draft.field("Subject")->value.empty());
}

TEST_CASE("a byte order mark is no text") {
  const Draft draft = parse("\xEF\xBB\xBFSubject: Hi\n\nText\n");
  CHECK(draft.text == "Hi\nText\n");
  CHECK(parse("\xEF\xBB\xBFText").text == "Text");
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD and are noted once, with the first place") {
  const std::string bytes = "A\xE2\x82 b\xFF c\n";
  const Draft draft = parse(bytes);
  CHECK(draft.text == "A\uFFFD b\uFFFD c\n");
  REQUIRE(draft.notes.size() == 1);
  CHECK(draft.notes[0].kind == NoteKind::invalid_utf8);
  CHECK(draft.notes[0].span == SourceSpan{1, 3});
  CHECK(draft.map.to_source({1, 4}) == SourceSpan{1, 3});
  check_map(draft, bytes);
}

TEST_CASE("controls are noted and do not stay in the text") {
  const std::string bytes("a\0b\tc\fd\x1B[0m \xC2\x85 e\n", 17);
  const Draft draft = parse(bytes);
  CHECK(draft.text == "a\uFFFDb\tc d\uFFFD[0m \uFFFD e\n");
  REQUIRE(has_note(draft, NoteKind::control_character));
  CHECK(draft.notes[0].span == SourceSpan{1, 2});
  check_map(draft, bytes);
}

TEST_CASE("mixed line ends are noted at the first line that differs") {
  const Draft draft = parse("a\nb\nc\r\nd\n");
  REQUIRE(draft.notes.size() == 1);
  CHECK(draft.notes[0].kind == NoteKind::mixed_line_ends);
  CHECK(draft.notes[0].span == SourceSpan{5, 7});
  CHECK(draft.text == "a\nb\nc\nd\n");
  CHECK(has_note(parse("a\rb\n"), NoteKind::mixed_line_ends));
  CHECK(parse("a\r\nb\r\n").notes.empty());
}

TEST_CASE("a quoted-printable body is decoded and mapped") {
  for (const std::string_view end : {"\n", "\r\n"}) {
    CAPTURE(end);
    const std::string bytes = with_line_end(
        "Subject: Hi\nContent-Type: text/plain; charset=\"utf-8\"\n"
        "Content-Transfer-Encoding: Quoted-Printable\n\n"
        "I=E2=80=99m glad we spoke about the very=\n long line.\n",
        end);
    const Draft draft = parse(bytes);
    CHECK(draft.text == "Hi\nI’m glad we spoke about the very long line.\n");
    const std::size_t glad = draft.text.find("glad");
    CHECK(slice(std::string_view(bytes), draft.map.to_source({glad, glad + 4})) == "glad");
    const std::size_t very = draft.text.find("very long");
    CHECK(slice(std::string_view(bytes), draft.map.to_source({very, very + 9})) ==
          with_line_end("very=\n long", end));
    CHECK(draft.notes.empty());
    check_map(draft, bytes);
  }
}

TEST_CASE("charsets other than UTF-8 are decoded when they are known") {
  const std::string bytes =
      "Content-Type: text/plain; format=flowed; charset=iso-8859-1\n\nCaf\xE9 \x93hi\x94\n";
  const Draft draft = parse(bytes);
  CHECK(draft.text == "Café “hi”\n");
  CHECK(draft.notes.empty());
  check_map(draft, bytes);
}

TEST_CASE("a body that is no text is noted and left out") {
  for (const std::string_view header :
       {"Content-Type: application/pdf", "Content-Type: application/pkcs7-mime",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64"}) {
    CAPTURE(header);
    const Draft draft = parse(std::string(header) + "\nSubject: Hi\n\nBody\n");
    CHECK(draft.text == "Hi\n");
    CHECK(draft.body.empty());
    REQUIRE(has_note(draft, NoteKind::unsupported_content));
    CHECK(draft.attachments.size() == 1);
  }
}

TEST_CASE("what can be read of a faulty body is read and noted") {
  struct Case {
    std::string_view header;
    NoteKind kind;
  };
  for (const Case& test :
       {Case{"Content-Type: multipart/mixed; boundary=x", NoteKind::broken_structure},
        Case{"Content-Transfer-Encoding: x-unknown", NoteKind::broken_encoding},
        Case{"Content-Type: text/plain; charset=x-unheard-of", NoteKind::broken_encoding}}) {
    CAPTURE(test.header);
    const Draft draft = parse(std::string(test.header) + "\nSubject: Hi\n\nBody\n");
    CHECK(draft.text == "Hi\nBody\n");
    REQUIRE(has_note(draft, test.kind));
  }
}

TEST_CASE("a text file may be UTF-16 when it begins with its mark") {
  const std::string bytes("\xFF\xFEH\0i\0,\0\r\0\n\0", 12);
  const Draft draft = parse(bytes);
  CHECK(draft.text == "Hi,\n");
  CHECK(draft.map.to_source({1, 2}) == SourceSpan{4, 6});
  CHECK_FALSE(has_note(draft, NoteKind::invalid_utf8));
}

TEST_CASE("a mail that declares no charset is UTF-8 or else Windows-1252") {
  Draft draft = parse("Subject: Caf\xE9\n\nCaf\xE9\n");
  CHECK(draft.text == "Café\nCafé\n");
  REQUIRE(draft.notes.size() == 1);
  CHECK(draft.notes[0].kind == NoteKind::invalid_utf8);
  CHECK(draft.notes[0].span == SourceSpan{12, 13});
  draft = parse("Subject: Café\n\nCafé\n");
  CHECK(draft.text == "Café\nCafé\n");
  CHECK(draft.notes.empty());
  draft = parse("Content-Type: text/plain; charset=utf-8\n\nCaf\xE9\n");
  CHECK(draft.text == "Caf\uFFFD\n");
}

TEST_CASE("an unknown charset is noted and the body read") {
  const Draft draft = parse("Content-Type: text/plain; charset=x-foo\n\nCafé\n");
  CHECK(draft.text == "Café\n");
  REQUIRE(has_note(draft, NoteKind::broken_encoding));
  CHECK(draft.notes[0].span == SourceSpan{0, 39});
}

TEST_CASE("a content type that cannot be read is plain text") {
  CHECK(parse("Content-Type: text\n\nBody\n").text == "Body\n");
  CHECK(parse("Content-Type: \n\nBody\n").text == "Body\n");
  CHECK(parse("Content-Type: text/plain; charset=\n\nBody\n").text == "Body\n");
}

TEST_CASE("any bytes give valid text and a map into the source") {
  const std::string_view pieces[] = {"Subject: ",
                                     "\n",
                                     "\r\n",
                                     "\r",
                                     " ",
                                     "=?utf-8?q?=C3=?=",
                                     "\xFF",
                                     "\xE2\x82",
                                     "é",
                                     "From ",
                                     "To: \"",
                                     "(<",
                                     "=",
                                     "=4",
                                     "Content-Transfer-Encoding: quoted-printable\n",
                                     "\t",
                                     "\xEF\xBB\xBF",
                                     "x",
                                     ":",
                                     "Content-Type: ;=\"",
                                     "> ",
                                     "-- "};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = round % 2 == 0 ? "Subject: a\n" : "";
    const auto count = random() % 24;
    for (unsigned long i = 0; i < count; ++i)
      bytes += pieces[random() % std::size(pieces)];
    if (round % 5 == 0)
      bytes += '\0';
    CAPTURE(bytes);
    const auto format = static_cast<SourceFormat>(round % 3);
    const Draft draft = parse(bytes, format);
    REQUIRE(find_invalid_utf8(draft.text) == draft.text.size());
    REQUIRE(draft.text.find('\r') == std::string::npos);
    REQUIRE(slice(std::string_view(draft.text), draft.subject).find('\n') == std::string::npos);
    REQUIRE(draft.body.end == draft.text.size());
    check_map(draft, bytes);
  }
}
