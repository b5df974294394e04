#include "mail/encoding/uuencode.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/mail/map_checks.hpp"

using namespace mailcheck;

namespace {

// The blocks as “name:size:span”, with “…” for one without its end.
std::string blocks(std::string_view text) {
  std::string shown;
  for (const UuencodedBlock& block : find_uuencoded(text))
    shown += std::string(block.name) + ":" + std::to_string(block.size) + ":" +
             std::to_string(block.span.begin) + "-" + std::to_string(block.span.end) +
             (block.is_closed ? "" : "…") + " ";
  return shown;
}

}  // namespace

TEST_CASE("uuencoded files are found in a text") {
  struct Row {
    std::string_view text, blocks;
  };
  const Row rows[] = {
      {"", ""},
      {"begin 644 cat.txt\n#0V%T\n`\nend\n", "cat.txt:3:0-30 "},
      {"Hi,\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye\n", "cat.txt:3:4-34 "},
      {"begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n", "cat.txt:3:0-34 "},
      {"begin 0644 my cat.txt\n#0V%T\nend", "my cat.txt:3:0-31 "},
      {"begin 644 a\n#0V%T\n \nend\nbegin 644 b\n#0V%T\n\nend\n", "a:3:0-24 b:3:24-47 "},
      {"begin 644 a\n#0V%T\n", "a:3:0-18… "},
      {"begin 644 a\n#0V%T\nand then I left\n", "a:3:0-18… "},
      {"begin 644 a\n`\nend\n", "a:0:0-18 "},
      {"begin 644 a\n#0V%TX\n`\nend\n", "a:3:0-25 "},  // With a checksum.
      {"begin 644 a\n#0\xC2\xA5V%\n`\nend\n", "a:3:0-25 "},
      {"begin 644 a\nand then I left\n", ""},
      {"begin 644 \n#0V%T\n`\nend\n", ""},
      {"begin 64 a\n#0V%T\n`\nend\n", ""},
      {"begin 698 a\n#0V%T\n`\nend\n", ""},
      {" begin 644 a\n#0V%T\n`\nend\n", ""},
      {"begin with the end\n", ""},
      {"begin 644 a\nbegin 644 b\n#0V%T\n`\nend\n", "b:3:12-36 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(blocks(row.text) == row.blocks);
  }
}

TEST_CASE("a uuencoded body is decoded, each byte with its characters") {
  for (const std::string_view end : {"\n", "\r\n"}) {
    std::string bytes = "Subject: x";
    for (const std::string_view line :
         {"", "begin 644 cats.txt", "&0V%T8V%T", "$0V%T80``", "`", "end"})
      bytes.append(line).append(end);
    std::vector<Note> notes;
    const UuencodedFile file = decode_uuencode(bytes, {10, bytes.size()}, notes);
    CHECK(file.name == "cats.txt");
    REQUIRE(file.content.text == "CatcatCata");
    CHECK(notes.empty());
    check_map(file.content, bytes.size());
    const std::size_t first = bytes.find("0V%T8V%T");
    CHECK(file.content.map.to_source({0, 1}) == SourceSpan{first, first + 2});
    CHECK(file.content.map.to_source({5, 6}) == SourceSpan{first + 6, first + 8});
    const std::size_t second = bytes.find("0V%T80``");
    CHECK(file.content.map.to_source({6, 10}) == SourceSpan{second, second + 6});
  }
}

TEST_CASE("faults of a uuencoded body are noted") {
  std::vector<Note> notes;
  std::string_view bytes = "begin 644 a\n#0V%T\n";
  CHECK(decode_uuencode(bytes, {0, bytes.size()}, notes).content.text == "Cat");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == NoteKind::broken_encoding);
  CHECK(notes[0].span == SourceSpan{18, 18});
  notes.clear();
  bytes = "Dear Dana,\nhello\n";
  CHECK(decode_uuencode(bytes, {0, bytes.size()}, notes).content.text == bytes);
  CHECK(has_note(notes, NoteKind::broken_encoding));
  notes.clear();
  // Spaces at the end of the line, which stand for zeros, were cut off.
  bytes = "begin 644 a\n&0V%T\n`\nend\n";
  const UuencodedFile file = decode_uuencode(bytes, {0, bytes.size()}, notes);
  CHECK(file.content.text == std::string("Cat\0\0\0", 6));
  check_map(file.content, bytes.size());
}

TEST_CASE("any bytes are searched for uuencoded files, with maps in order") {
  const std::string_view parts[] = {"begin 644 a\n", "begin ", "644 b", "#0V%T", "\n", "\r\n",
                                    "`\n",           "end\n",  "end",   "M",     " ",  "$0",
                                    "\xFF",          "&"};
  std::mt19937 random(5);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    for (auto count = random() % 24; count > 0; --count)
      bytes += parts[random() % std::size(parts)];
    CAPTURE(bytes);
    std::size_t last = 0;
    for (const UuencodedBlock& block : find_uuencoded(bytes)) {
      REQUIRE(block.span.begin >= last);
      REQUIRE(block.span.contains(block.data));
      REQUIRE(block.span.end <= bytes.size());
      last = block.span.end;
    }
    const std::size_t begin = random() % (bytes.size() + 1);
    std::vector<Note> notes;
    const UuencodedFile file = decode_uuencode(bytes, {begin, bytes.size()}, notes);
    check_map(file.content, bytes.size());
    const std::vector<UuencodedBlock> found = find_uuencoded(std::string_view(bytes).substr(begin));
    if (!found.empty())
      REQUIRE(found.front().size == file.content.text.size());
  }
}
