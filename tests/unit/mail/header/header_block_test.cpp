#include "mail/header/header_block.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "mail/decoded_text.hpp"

using namespace mailcheck;

namespace {

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

// The names of the fields and the body: “Subject To | Dear …”.
std::string found(const std::string& bytes, SourceFormat format) {
  std::vector<Note> notes;
  const HeaderBlock block = find_header_block(bytes, 0, format, notes);
  std::string out;
  for (const RawField& field : block.fields)
    out.append(field.name).append(" ");
  out += "| ";
  for (const char c : bytes.substr(block.body)) {
    if (c != '\r')
      out += c;
  }
  return out;
}

}  // namespace

TEST_CASE("a header block is told from a text") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"Subject: Hi\nTo: a@b\n\nDear Ana,\n", "Subject To | Dear Ana,\n"},
      {"subject: Hi\n\nDear Ana,\n", "subject | Dear Ana,\n"},
      {"From dana@example.com Tue Mar  3 09:00:00 2026\nSubject: Hi\n\nText\n", "Subject | Text\n"},
      {"From here on I know more.\nText\n", "| From here on I know more.\nText\n"},
      {"X-Mailcheck-Stage: withdrawal\n\nText\n", "X-Mailcheck-Stage | Text\n"},
      {"Dear Ms. Lee:\n\nText\n", "| Dear Ms. Lee:\n\nText\n"},
      {"Hello: this is\nSubject: Hi\n", "| Hello: this is\nSubject: Hi\n"},
      {"Note: read this\n", "| Note: read this\n"},
      {"Status: open\n", "| Status: open\n"},
      {"Subject: Hi\nHi Ana, thank you.\nMore\n", "Subject | Hi Ana, thank you.\nMore\n"},
      {"Subject: Hi\nHello:\n\nText\n", "Subject | Hello:\n\nText\n"},
      {"Subject: Hi\nPriority: high\n\nText\n", "Subject Priority | Text\n"},
      {"Subject: Hi\nOdd: x\nTo: a@b\n\nText\n", "Subject Odd To | Text\n"},
      {"Subject: Hi\n  there\nTo: a@b\n\nText\n", "Subject To | Text\n"},
      {"Subject: Hi\n \t\nText\n", "Subject | Text\n"},
      {"Subject: Hi\n \t\nTo: a@b\n\nText\n", "Subject To | Text\n"},
      {"Subject: Hi\n \n  there\n", "Subject |   there\n"},
      {"Subject : Hi\n\nText\n", "Subject | Text\n"},
      {"Subject \t: Hi\nTo :a@b\n\nText\n", "Subject To | Text\n"},
      {"\nSubject: Hi\n\nText\n", "| \nSubject: Hi\n\nText\n"},
      {"Subject: Hi", "Subject | "},
      {"Subject:\n", "Subject | "},
      {"", "| "},
      {"\n", "| \n"},
      {": x\n", "| : x\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text, SourceFormat::automatic) == row.expected);
    CHECK(found(with_crlf(row.text), SourceFormat::automatic) == row.expected);
  }
}

TEST_CASE("what editors and git put into a header block is understood") {
  const std::pair<std::string, std::string> rows[] = {
      {"To: a@b\nSubject: Hi\n--text follows this line--\nDear Ana,\n", "To Subject | Dear Ana,\n"},
      {"--text follows this line--\nDear Ana,\n", "| Dear Ana,\n"},
      {"Dear Ana,\n--text follows this line--\n", "| Dear Ana,\n--text follows this line--\n"},
      {"To: a@b\n\n--text follows this line--\n", "To | --text follows this line--\n"},
      {"From Kim <k@b> # This line is ignored.\nGIT: Lines beginning in \"GIT:\" will be removed.\n"
       "GIT:\nFrom: Kim <k@b>\nGIT: more\nSubject: Hi\n\nDear Ana,\n",
       "From Subject | Dear Ana,\n"},
      {"GIT: is what I use.\nDear Ana,\n", "| GIT: is what I use.\nDear Ana,\n"},
      {"OpenPGP: id=1\nTo: a@b\n\nText\n", "OpenPGP To | Text\n"},
  };
  for (const auto& row : rows) {
    const auto& bytes = row.first;
    const auto& expected = row.second;
    CAPTURE(bytes);
    CHECK(found(bytes, SourceFormat::automatic) == expected);
    CHECK(found(with_crlf(bytes), SourceFormat::automatic) == expected);
  }
}

TEST_CASE("in a message any valid field begins the block") {
  CHECK(found("Note: x\nOther: y\n\nText\n", SourceFormat::message) == "Note Other | Text\n");
  CHECK(found("\n\r\nNote: x\n\nText\n", SourceFormat::message) == "Note | Text\n");
  CHECK(found("\nFrom x@y Tue Mar  3 09:00:00 2026\nNote: x\n\nText\n", SourceFormat::message) ==
        "Note | Text\n");
  CHECK(found("\n\n", SourceFormat::message) == "| \n\n");
  CHECK(found("  \t \n\nNote: x\n\nText\n", SourceFormat::message) == "Note | Text\n");
  CHECK(found("  \nNote: x\n", SourceFormat::automatic) == "|   \nNote: x\n");
  CHECK(found("  ", SourceFormat::message) == "|   ");
  CHECK(found("Dear Ms. Lee:\n\nText\n", SourceFormat::message) == "| Dear Ms. Lee:\n\nText\n");
  CHECK(found("Subject: x\n\nText\n", SourceFormat::plain_text) == "| Subject: x\n\nText\n");
}

TEST_CASE("a line among the fields that is none is noted, and the block goes on") {
  std::vector<Note> notes;
  const std::string bytes = "Subject: Hi\nthis is no field\nTo: a@b\n\nText\n";
  const HeaderBlock block = find_header_block(bytes, 0, SourceFormat::automatic, notes);
  CHECK(block.fields.size() == 2);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == NoteKind::malformed_header);
  CHECK(slice(std::string_view(bytes), notes[0].span) == "this is no field");
}

TEST_CASE("a folded value runs to its last line, without white space around it") {
  std::vector<Note> notes;
  const std::string bytes = "Subject:  one \n  two  \nTo: a\n\n";
  const HeaderBlock block = find_header_block(bytes, 0, SourceFormat::automatic, notes);
  REQUIRE(block.fields.size() == 2);
  CHECK(slice(std::string_view(bytes), block.fields[0].value) == "one \n  two");
  CHECK(slice(std::string_view(bytes), block.fields[0].span) == "Subject:  one \n  two  ");
}

TEST_CASE("a line of blanks between folds adds nothing to the value") {
  std::vector<Note> notes;
  const std::string bytes = "Subject: one\n \t\nTo: a\n\n";
  const HeaderBlock block = find_header_block(bytes, 0, SourceFormat::automatic, notes);
  REQUIRE(block.fields.size() == 2);
  CHECK(slice(std::string_view(bytes), block.fields[0].value) == "one");
  CHECK(notes.empty());
}

TEST_CASE("a line of blanks within a value belongs to it when a field follows") {
  const std::pair<std::string, std::string> rows[] = {
      {"To: a@b,\n \t\n\tc@d\n e@f\nSubject: Hi\n\nText\n", "To Subject | Text\n"},
      {"To: a@b\r\n \r\n c@d\r\nSubject: Hi\r\n\r\nText\r\n", "To Subject | Text\n"},
      {"To: a@b\n \n  Dear Ana,\n\nSubject: Hi\n", "To |   Dear Ana,\n\nSubject: Hi\n"},
      {"To: a@b\n \n  Dear Ana,\n \nSubject: Hi\n", "To |   Dear Ana,\n \nSubject: Hi\n"},
      {"To: a@b\n \n  Dear Ana,\n", "To |   Dear Ana,\n"},
      {"To: a@b\n\n c@d\nSubject: Hi\n", "To |  c@d\nSubject: Hi\n"},
      {"To: a@b\n ", "To | "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(found(row.first, SourceFormat::automatic) == row.second);
  }
}

TEST_CASE("fields beyond the limit are left out with their folds, and that is noted") {
  for (const std::size_t count :
       {field_count_limit - 1, field_count_limit, field_count_limit + 1}) {
    CAPTURE(count);
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i)
      bytes += "X-Field: a\n b\n";
    bytes += "\nText\n";
    std::vector<Note> notes;
    const HeaderBlock block = find_header_block(bytes, 0, SourceFormat::automatic, notes);
    CHECK(block.fields.size() == std::min(count, field_count_limit));
    CHECK(slice(std::string_view(bytes), block.fields.back().value) == "a\n b");
    CHECK(bytes.substr(block.body) == "Text\n");
    CHECK(has_note(notes, NoteKind::limit_reached) == (count > field_count_limit));
  }
}

TEST_CASE("a field longer than the limit is cut, and that is noted") {
  constexpr std::size_t line_size = 1024;
  for (const std::size_t extra : {0U, 1U, 2U}) {
    CAPTURE(extra);
    // Lines of one KiB with their ends, and a last one that makes the field one less, as much and
    // one more than allowed.
    std::string bytes = "Subject: " + std::string(line_size - 10, 'a') + "\n";
    while (bytes.size() + line_size < field_size_limit)
      bytes += " " + std::string(line_size - 2, 'b') + "\n";
    bytes += " " + std::string(field_size_limit - bytes.size() - 2 + extra, 'c');
    bytes += "\n dropped\nTo: a@b\n\nText\n";
    if (extra < 2)
      bytes.erase(bytes.find(" dropped\n"), 9);
    std::vector<Note> notes;
    const HeaderBlock block = find_header_block(bytes, 0, SourceFormat::automatic, notes);
    REQUIRE(block.fields.size() == 2);
    CHECK(block.fields[0].value.end <= field_size_limit);
    CHECK((block.fields[0].value.end == block.fields[0].span.end) == (extra < 2));
    CHECK(block.fields[1].name == "To");
    CHECK(has_note(notes, NoteKind::limit_reached) == (extra == 2));
  }
}

TEST_CASE("a line of a header longer than the limit is cut, but not within a character") {
  for (const std::size_t size : {field_line_limit - 1, field_line_limit, field_line_limit + 1}) {
    CAPTURE(size);
    std::string bytes = "Subject: ";
    bytes.append(size - bytes.size() - 2, 'a').append("ü\nTo: a@b\n\nText\n");
    std::vector<Note> notes;
    const HeaderBlock block = find_header_block(bytes, 0, SourceFormat::automatic, notes);
    REQUIRE(block.fields.size() == 2);
    const bool is_cut = size > field_line_limit;
    CHECK(bytes[block.fields[0].value.end - 1] == (is_cut ? 'a' : '\xBC'));
    CHECK(has_note(notes, NoteKind::limit_reached) == is_cut);
  }
}
