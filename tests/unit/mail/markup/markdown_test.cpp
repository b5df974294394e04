#include "mail/markup/markdown.hpp"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/mail/markup/markup.hpp"

using namespace mailcheck;

namespace {

MarkupText read(const std::string& markdown) {
  std::vector<Note> notes;
  return read_markdown(decoded(markdown), notes);
}

struct Row {
  std::string_view markdown;
  std::string_view text;
};

template <std::size_t size>
void check_rows(const Row (&rows)[size]) {
  for (const Row& row : rows) {
    CAPTURE(row.markdown);
    for (const std::string& markdown : {std::string(row.markdown), with_crlf(row.markdown)}) {
      const MarkupText result = read(markdown);
      CHECK(marked(result) == row.text);
      check_places(result, markdown);
    }
  }
}

}  // namespace

TEST_CASE("a plain letter reads the same as Markdown") {
  const std::string_view letters[] = {
      "Dear Dana,\n\nThank you for your time.  It was good.\nI look forward to "
      "it.\n\nBest,\nDana\n",
      "Dana Park\n12 Main Street\n+1 555 0100\n\nHi Sam,\n\n#1 on my list: the team & the work.\n",
      "Dear Sam,\n\nThree things:\n\n- one\n- two\n- three\n\nBest,\nDana\n-- \nDana Park\n+1 "
      "555\n",
      "Hi Sam,\n\n1. one\n2. two\n\nDana\n\n-- \nDana\n",
      "Hi [Name],\n\nsnake_case_name, 5 * 3 * 2, ~30 people, <Company>, and 50% of 2 < 3 > 1.\n",
      "Hi,\n\n> you wrote\n> this\n\nYes.\n",
      "Best,\nDana\n--\nDana Park\n",
  };
  for (const std::string_view letter : letters) {
    CAPTURE(letter);
    const MarkupText result = read(std::string(letter));
    CHECK(result.text.text == letter);
    check_places(result, letter);
  }
}

TEST_CASE("marks of Markdown leave their words") {
  check_rows({
      {"*a* **b** ~~c~~ `d e`", "a b c {|d e|}\n"},
      {"# Head\ntext\n\nMore\n====\n", "Head\n\ntext\n\nMore\n"},
      {"a  \nb\\\nc\nd", "a\nb\nc\nd\n"},
      {"    indented\n", "indented\n"},
      {"[my page](https://example.com) ![img](x)end", "my page end\n"},
      {"<https://example.com> www.example.com d@example.com",
       "{|https://example.com|} {|www.example.com|} {|d@example.com|}\n"},
      {"[https://example.com](https://example.com)", "{|https://example.com|}\n"},
      {"a &amp; b&nbsp;c &bogus; &#8217; \\*", "a & b c &bogus; \u2019 *\n"},
      {"| a | b |\n|---|---|\n| c | d |\n", "a b\nc d\n"},
      {"* a\n    * b\n* c\n", "- a\n- b\n- c\n"},
      {"7. a\n8. b\n", "7. a\n8. b\n"},
      {"a\n\n***\n\nb\n", "a\n\nb\n"},
      {"a <b>b</b> <Company Name>", "a b <Company Name>\n"},
      {"a\n\n[r]: https://example.com\n\n[r]", "a\n\nr\n"},
      {"", ""},
  });
}

TEST_CASE("quotes of Markdown are marked, an answer below one is not") {
  check_rows({
      {"> a\n> b\n", "> a\n> b\n"},
      {"> a\n>\n> > b\n", "> a\n>\n> > b\n"},
      {"> a\nmine\n\n> b\n", "> a\n\nmine\n\n> b\n"},
  });
}

TEST_CASE("front matter and the signature are no Markdown") {
  check_rows({
      {"---\nto: Dana\n---\nHi\n", "Hi\n"},
      {"---\nHi\n", "Hi\n"},
      {"Dana\n-- \n# Dana *Park*\n", "Dana\n-- \n# Dana *Park*\n"},
  });
}

TEST_CASE("blocks of code and HTML are left out, with one note") {
  std::vector<Note> notes;
  const MarkupText result =
      read_markdown(decoded("a\n\n```\nx\n```\n\nb\n\n<div>\nx\n</div>\n\nc\n"), notes);
  CHECK(result.text.text == "a\n\nb\n\nc\n");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == NoteKind::left_out);
  CHECK(notes[0].message == "Blocks of code and HTML were not checked");
}

TEST_CASE("places of Markdown are exact") {
  const std::string markdown = "I *am* [so](https://example.com) sorry,\nit&rsquo;s me";
  const MarkupText result = read(markdown);
  CHECK(source_of(result, markdown, "am so") == "am* [so");
  CHECK(source_of(result, markdown, "sorry,\nit\u2019s") == "sorry,\nit&rsquo;s");
  CHECK(source_of(result, markdown, "\n") == "\n");
}

TEST_CASE("Markdown that would keep the parser busy is read as plain text and noted") {
  std::string links;
  std::string table = "a|b\n";
  std::string addresses;
  for (int i = 0; i < 11'000; ++i) {
    links += "[a](b)\n";
    addresses += "www.a.b ";
  }
  for (int i = 0; i < 2500; ++i)
    table += std::string(i == 0 ? 2500 : 1, '|') + "\n";
  for (const std::string& markdown : {links, table, addresses}) {
    std::vector<Note> notes;
    const MarkupText result = read_markdown(decoded(markdown), notes);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].kind == NoteKind::limit_reached);
    CHECK(result.text.text.starts_with(markdown.substr(0, 3)));
  }
}

TEST_CASE("any bytes as Markdown have a text whose bytes all have a place") {
  std::mt19937 random(1);
  const std::string_view parts[] = {
      "# ", "> ",     "- ",   "1. ", "*",          "_",       "`",     "```",
      "[",  "](",     ")",    "!",   "\n",         "\n\n",    "  ",    "    ",
      "\\", "&amp;",  "&",    "<b>", "<Name>",     "<!--",    "|",     "|---|---|",
      "~~", "--",     "-- ",  "---", "http://a.b", "www.a.b", "a@b.c", "word",
      " ",  "\u00A0", "\xFF", "\t",  "[a]: b",     "===",     "<div>"};
  for (int round = 0; round < 3000; ++round) {
    std::string markdown;
    for (int i = 0; i < 25; ++i)
      markdown += parts[random() % std::size(parts)];
    CAPTURE(markdown);
    check_places(read(markdown), markdown);
  }
}
