#include "mail/mime.hpp"

#include <string>

#include <doctest/doctest.h>

#include "mail/flat_view.hpp"

namespace {

using mailcheck::Note;
using mailcheck::NoteKind;

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

std::vector<mailcheck::MimePart> parts_of(std::string_view bytes, std::vector<Note>& notes) {
  const mailcheck::HeaderBlock block =
      find_header_block(bytes, 0, mailcheck::SourceFormat::message, notes);
  return find_parts(bytes, block, "text/plain", notes);
}

// One line a part: its depth as indentation, its type, its body in one line.
std::string outline(std::string_view bytes) {
  std::vector<Note> notes;
  const std::vector<mailcheck::MimePart> parts = parts_of(bytes, notes);
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t k = i; parts[k].parent != k; k = parts[k].parent)
      out += "  ";
    out += parts[i].type.value;
    if (!parts[i].is_opened(i)) {
      out += ": ";
      for (const char c : slice(bytes, parts[i].body))
        out += c == '\n' || c == '\r' ? (c == '\n' ? "/" : "") : std::string(1, c);
    }
    out += '\n';
  }
  for (const Note& note : notes)
    out += "note: " + note.message + '\n';
  return out;
}

std::string view_of(std::string_view bytes) {
  std::vector<Note> notes;
  const std::vector<mailcheck::MimePart> parts = parts_of(bytes, notes);
  const mailcheck::FlatView view = mailcheck::flatten(parts);
  std::string out;
  const auto list = [&](std::string_view name, const std::vector<std::size_t>& indices) {
    out += name;
    for (const std::size_t index : indices)
      out += " " + std::string(slice(bytes, parts[index].body));
    out += '\n';
  };
  list("text:", view.text);
  list("html:", view.html);
  list("attachments:", view.attachments);
  return out;
}

std::string nested(std::size_t depth) {
  std::string bytes;
  for (std::size_t i = 0; i < depth; ++i) {
    const std::string mark = "m" + std::to_string(i);
    bytes += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
  }
  return bytes + "\ninnermost\n";
}

std::string with_parts(std::size_t count) {
  std::string bytes = "Content-Type: multipart/mixed; boundary=m\n\n";
  for (std::size_t i = 0; i < count; ++i)
    bytes += "--m\n\nx\n";
  return bytes + "--m--\n";
}

bool has_limit_note(const std::string& bytes) {
  std::vector<Note> notes;
  static_cast<void>(parts_of(bytes, notes));
  for (const Note& note : notes) {
    if (note.kind == NoteKind::limit_reached)
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a multipart is taken apart at its delimiters") {
  struct Case {
    std::string_view what;
    std::string_view bytes;
    std::string_view want;
  };
  const Case cases[] = {
      {"plain text", "Subject: x\n\nHello\n", "text/plain: Hello/\n"},
      {"preamble and epilogue are not parts",
       "Content-Type: multipart/mixed; boundary=\"a b\"\n\npreamble\n--a b\n\none\n--a b\n"
       "Content-Type: text/html\n\n<p>two\n--a b--\nepilogue\n",
       "multipart/mixed\n  text/plain: one\n  text/html: <p>two\n"},
      {"the line break before a delimiter is not of the part, one more is",
       "Content-Type: multipart/mixed; boundary=m\n\n--m\n\none\n\n--m--\n",
       "multipart/mixed\n  text/plain: one/\n"},
      {"white space may follow a delimiter, other text may not",
       "Content-Type: multipart/mixed; boundary=m\n\n--m \t\n\none\n--mm\n--m--  \n",
       "multipart/mixed\n  text/plain: one/--mm\n"},
      {"an outer delimiter ends what stands inside",
       "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; "
       "boundary=i\n\n--i\n\none\n--o\n\ntwo\n--o--\n",
       "multipart/mixed\n  multipart/alternative\n    text/plain: one\n  text/plain: two\n"
       "note: A multipart body has no end; something may be missing\n"},
      {"an end that lacks is noted", "Content-Type: multipart/mixed; boundary=m\n\n--m\n\none\n",
       "multipart/mixed\n  text/plain: one/\n"
       "note: A multipart body has no end; something may be missing\n"},
      {"without any delimiter the text is kept",
       "Content-Type: multipart/mixed; boundary=m\n\none\n",
       "text/plain: one/\nnote: A multipart body has no parts; it was read as plain text\n"},
      {"without a boundary too", "Content-Type: multipart/mixed\n\none\n",
       "text/plain: one/\n"
       "note: A multipart body names no boundary; it was read as plain text\n"},
      {"a boundary that the header lost is found in the body",
       "Content-Type: multipart/mixed; boundary=\"lost\n\n--mark\nContent-Type: text/plain\n\none\n"
       "--mark\n\ntwo\n--mark--\n",
       "multipart/mixed\n  text/plain: one\n  text/plain: two\n"
       "note: The parts are not divided by the boundary that the header names\n"},
      {"a fold that lost its space is one",
       "Content-Type: multipart/mixed;\nboundary=m\n\n--m\n\none\n--m--\n",
       "multipart/mixed\n  text/plain: one\n"},
      {"a message within is not taken apart",
       "Content-Type: multipart/digest; boundary=m\n\n--m\n\nSubject: x\nContent-Type: "
       "multipart/mixed; boundary=i\n\n--i\n\n--m--\n",
       "multipart/digest\n  message/rfc822: Subject: x/Content-Type: multipart/mixed; "
       "boundary=i//--i/\n"},
      {"a part may lack its header and the empty line",
       "Content-Type: multipart/mixed; boundary=m\n\n--m\nHello there\n--m--\n",
       "multipart/mixed\n  text/plain: Hello there\n"},
      {"a part may be empty", "Content-Type: multipart/mixed; boundary=m\n\n--m\n--m--\n",
       "multipart/mixed\n  text/plain: \n"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.what);
    CHECK(outline(test.bytes) == test.want);
    CHECK(outline(with_crlf(test.bytes)) == test.want);
  }
}

TEST_CASE("the parts that are text and the attachments are told apart") {
  CHECK(view_of("Content-Type: multipart/mixed; boundary=o\n\n"
                "--o\nContent-Type: multipart/alternative; boundary=i\n\n"
                "--i\n\nplain\n--i\nContent-Type: text/html\n\nhtml\n--i--\n"
                "--o\nContent-Type: application/pdf; name=cv.pdf\n\nfile\n"
                "--o\n\nfooter\n--o--\n") ==
        "text: plain footer\nhtml: html footer\nattachments: file\n");
  CHECK(view_of("Content-Type: multipart/alternative; boundary=i\n\n"
                "--i\nContent-Type: text/html\n\nhtml\n--i--\n") ==
        "text: html\nhtml: html\nattachments:\n");
  CHECK(view_of("Content-Type: multipart/related; boundary=i\n\n"
                "--i\nContent-Type: text/html\n\nhtml\n"
                "--i\nContent-Type: text/plain\n\nnote\n--i--\n") ==
        "text: html\nhtml: html\nattachments: note\n");
  CHECK(view_of("Content-Type: multipart/mixed; boundary=i\n\n"
                "--i\n\ntext\n"
                "--i\nContent-Disposition: attachment\n\nfile\n"
                "--i\nContent-Type: text/plain; name=list.txt\n\nlist\n--i--\n") ==
        "text: text\nhtml: text\nattachments: file list\n");
}

TEST_CASE("the depth of parts has a limit") {
  const std::size_t limit = mailcheck::part_depth_limit;
  CHECK_FALSE(has_limit_note(nested(limit - 1)));
  CHECK_FALSE(has_limit_note(nested(limit)));
  CHECK(has_limit_note(nested(limit + 1)));
  CHECK(has_limit_note(nested(10'000)));
}

TEST_CASE("the number of parts has a limit") {
  const std::size_t limit = mailcheck::part_limit - 1;  // The multipart counts too.
  CHECK_FALSE(has_limit_note(with_parts(limit - 1)));
  CHECK_FALSE(has_limit_note(with_parts(limit)));
  CHECK(has_limit_note(with_parts(limit + 1)));
  CHECK(has_limit_note(with_parts(50'000)));
}
