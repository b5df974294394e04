#include "mail/mbox/mbox.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "mail/mbox/from_line.hpp"

namespace mailcheck {
namespace {

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

/// The mbox with its messages marked; LF only.
std::string marked(const std::string& bytes) {
  std::string out;
  std::size_t at = 0;
  for (const SourceSpan message : split_mbox(bytes)) {
    out += bytes.substr(at, message.begin - at);
    out.append("{|").append(slice(bytes, message)).append("|}");
    at = message.end;
  }
  out += bytes.substr(at);
  std::erase(out, '\r');
  return out;
}

/// The messages that are found when only a part of the file is held, which grows by `step` bytes.
std::vector<SourceSpan> split_piecewise(std::string_view bytes, std::size_t step) {
  MboxSplitter splitter;
  std::vector<SourceSpan> messages;
  std::size_t begin = 0;
  std::size_t end = 0;
  while (true) {
    const bool is_last = end == bytes.size();
    const std::optional<MboxMessage> message =
        splitter.next({bytes.substr(begin, end - begin), begin, is_last});
    if (message) {
      messages.push_back(message->span);
      CHECK(message->span.begin <= message->span.end);
      CHECK(splitter.message_begin() <= splitter.known_end());
      continue;
    }
    if (is_last)
      return messages;
    CHECK(splitter.needed_from() <= end);
    begin = std::max(begin, splitter.needed_from());
    end = std::min(end + step, bytes.size());
  }
}

/// Expects the messages that `text` marks, with LF and with CRLF.
void check_split(std::string_view text) {
  std::string bytes(text);
  for (const std::string mark : {"{|", "|}"}) {
    for (std::size_t at = 0; (at = bytes.find(mark, at)) != std::string::npos;)
      bytes.erase(at, mark.size());
  }
  CHECK(marked(bytes) == text);
  CHECK(marked(with_crlf(bytes)) == text);
  for (const std::size_t step : {std::size_t{1}, std::size_t{5000}}) {
    CHECK(split_piecewise(bytes, step) == split_mbox(bytes));
    CHECK(split_piecewise(with_crlf(bytes), step) == split_mbox(with_crlf(bytes)));
  }
}

TEST_CASE("in pieces the same messages are found as in the whole, whatever the file holds") {
  const std::string pieces[] = {
      "From a@b.example Tue Mar  3 10:00:00 2026\n",
      "From a@b.example\n",
      "From - Tue Mar  3 10:00:00 2026",
      "From here on\n",
      ">From a@b.example Tue Mar  3 10:00:00 2026\n",
      "Subject: One\n",
      "Content-Length: 7\n",
      "Content-Length: 60\n",
      "Content-Length: 20000\n",
      "\n",
      "\r\n",
      "\r",
      "  \n",
      std::string(3000, ' ') + "\n",
      std::string(9000, 'x') + "\n",
      "Hello.\n",
      "From",
  };
  std::uint32_t state = 1;
  const auto random = [&state](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16) % below;
  };
  for (int round = 0; round < 300; ++round) {
    std::string bytes = random(2) == 0 ? pieces[0] : std::string();
    for (std::size_t count = random(40); count > 0; --count)
      bytes += pieces[random(std::size(pieces))];
    const std::vector<SourceSpan> whole = split_mbox(bytes);
    for (const std::size_t step : {std::size_t{61}, std::size_t{2000}, std::size_t{7001}}) {
      const std::vector<SourceSpan> found = split_piecewise(bytes, step);
      CAPTURE(round);
      CAPTURE(step);
      CHECK((found == whole));
    }
  }
}

TEST_CASE("a From line of any program is known, a sentence is none") {
  struct Row {
    std::string_view line;
    bool dated;
  };
  const Row rows[] = {
      {"From dana@example.com Tue Mar  3 10:00:00 2026", true},
      {"From dana@example.com  Tue Mar 3 10:00:00 2026", true},
      {"From MAILER-DAEMON Fri Jul  8 12:08:34 2011", true},
      {"From - Mon Mar 02 09:44:33 2026", true},
      {"From dana@example.com Tue Mar  3 10:00 2026", true},
      {"From dana@example.com Tue Mar  3 10:00:00 CET 2026", true},
      {"From dana@example.com Tue Mar  3 10:00:00 PST DST 2026", true},
      {"From dana@example.com Tue Mar  3 10:00:00 +0100 2026", true},
      {"From dana@example.com Tue Mar  3 10:00:00 2026 +0100", true},
      {"From dana@host  Tue Mar  3 10:00:00 1987 remote from mill", true},
      {"From 17@xxx Tue Mar 03 10:00:00 +0000 2026", true},
      {"From \"Dana K. Olsen\"@example.com Tue Mar  3 10:00:00 2026", true},
      {"From dana at example.com  Tue Mar  3 10:00:00 2026", true},
      {"From dana@example.com Tue, 3 Mar 2026 10:00:00 +0100", true},
      {"From Tue Mar  3 10:00:00 2026", true},
      {"From my point of view, 2026 was a good year", false},
      {"From Tue Mar 3 on I am free, 10:00 would be best", false},
      {"From Mon to Fri I am at my desk from 9:00 on in 2026", false},
      {"From dana@example.com", false},
      {"from dana@example.com Tue Mar  3 10:00:00 2026", false},
      {">From dana@example.com Tue Mar  3 10:00:00 2026", false},
      {"From: Dana Tue Mar  3 10:00:00 2026", false},
      {"From ", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(is_dated_from_line(row.line) == row.dated);
  }
  CHECK_FALSE(is_dated_from_line("From " + std::string(from_line_limit, 'x') +
                                 " Tue Mar  3 10:00:00 2026"));
  CHECK(is_undated_from_line("From "));
  CHECK(is_undated_from_line("From - "));
  CHECK(is_undated_from_line("From dana@example.com"));
  CHECK_FALSE(is_undated_from_line("From here on, ask me@example.com"));
  CHECK_FALSE(is_undated_from_line("From Dana"));
}

TEST_CASE("each message ends before the empty line above the next one") {
  check_split(
      "From a@b.example Tue Mar  3 10:00:00 2026\n"
      "{|Subject: One\n"
      "\n"
      "Hello.\n"
      "|}\n"
      "From c@d.example Tue Mar  3 11:00:00 2026\n"
      "{|Subject: Two\n"
      "\n"
      "Bye.\n"
      "|}\n");
}

TEST_CASE("a sentence that begins with From cuts nothing") {
  check_split(
      "From - Tue Mar  3 10:00:00 2026\n"
      "{|Subject: One\n"
      "\n"
      "From my point of view, 2026 was good.\n"
      "\n"
      "From here: it went on.\n"
      "From - Tue Mar  3 11:00:00 2026\n"
      "and a line that is no field.\n"
      ">From a@b.example Tue Mar  3 10:00:00 2026\n"
      "Subject: quoted|}");
}

TEST_CASE("without an empty line above it, a From line counts when a field follows") {
  check_split(
      "From - Tue Mar  3 10:00:00 2026\n"
      "{|Subject: One\n"
      "\n"
      "Hello.\n"
      "|}From - Tue Mar  3 11:00:00 2026\n"
      "{|Subject: Two\n"
      "\n"
      "Bye.\n"
      "|}");
}

TEST_CASE("a From line without a date needs an empty line above and a field below") {
  check_split(
      "From \n"
      "{|Subject: One\n"
      "\n"
      "Hello.\n"
      "|}\n"
      "From \n"
      "{|Subject: Two\n"
      "\n"
      "Hello.\n"
      "From \n"
      "Note: this is text.\n"
      "\n"
      "From \n"
      "here on it is text.\n"
      "|}\n"
      "From dana@example.com\n"
      "{|Subject: Three\n"
      "|}");
}

TEST_CASE("quoted From lines below a From line belong to it") {
  check_split(
      "From a Tue Mar  3 10:00:00 2026\n"
      ">From b Tue Mar  3 09:00:00 2026 remote from mill\n"
      ">From c Tue Mar  3 08:00:00 2026 remote from farm\n"
      "{|Subject: One\n"
      "\n"
      "Hello.\n"
      "|}");
}

TEST_CASE("what stands before the first From line is a message") {
  check_split(
      "{|Subject: One\n"
      "\n"
      "Hello.\n"
      "|}\n"
      "From - Tue Mar  3 11:00:00 2026\n"
      "{|Subject: Two\n"
      "|}");
  check_split("\n\nFrom - Tue Mar  3 11:00:00 2026\n{|Subject: Two\n|}");
}

TEST_CASE("an empty message is one, an empty file has none") {
  check_split(
      "From - Tue Mar  3 10:00:00 2026\n"
      "{||}\n"
      "From - Tue Mar  3 11:00:00 2026\n"
      "{|Subject: Two\n|}");
  check_split("From - Tue Mar  3 10:00:00 2026\n{||}");
  CHECK(split_mbox("").empty());
  CHECK(split_mbox("\r\n\n").empty());
  CHECK(split_mbox("\xEF\xBB\xBF").empty());
}

TEST_CASE("a Content-Length is believed when a message or the end stands where it says") {
  const std::string head = "From - Tue Mar  3 10:00:00 2026\n";
  const std::string trap = "\nFrom - Tue Mar  3 11:00:00 2026\nSubject: No\n";
  const std::string body = "Hello." + trap + "Bye.\n";
  const std::string length = std::to_string(body.size());
  for (const std::string between : {"", "\n"}) {
    const std::string text = head + "{|Subject: One\ncontent-length:  " + length + "\n\n" + body +
                             "|}" + between + head + "{|Content-Length: 4\n\nOne.|}\n\n";
    std::string bytes = text;
    for (const std::string mark : {"{|", "|}"})
      for (std::size_t at = 0; (at = bytes.find(mark, at)) != std::string::npos;)
        bytes.erase(at, mark.size());
    CHECK(marked(bytes) == text);
  }
}

TEST_CASE("a wrong Content-Length is not believed") {
  for (const char* length :
       {"0", "3", "7", "100", "999999999999999", "99999999999999999999", "-1", "x", ""}) {
    CAPTURE(length);
    check_split(
        std::string("From - Tue Mar  3 10:00:00 2026\n{|Content-Length: ") + length +
        "\n\nHello there.\n|}\nFrom - Tue Mar  3 11:00:00 2026\n{|Subject: Two\n\nBye.\n|}");
  }
}

TEST_CASE("a length that cuts short of a From line does not lose that one") {
  const std::string from = "From - Tue Mar  3 10:00:00 2026\n";
  // The second From line counts by the length alone: above it is no empty line, below it no field.
  const std::string bytes = from + "Content-Length: 3\n\nOne\n" + from + " x\n\n" + from + "A: b\n";
  CHECK(marked(bytes) == "From - Tue Mar  3 10:00:00 2026\n{|Content-Length: 3\n\nOne|}\n" + from +
                             "{| x\n|}\n" + from + "{|A: b\n|}");
}

TEST_CASE("an mbox is known by its first lines") {
  CHECK(is_mbox("From - Tue Mar  3 10:00:00 2026\nSubject: x\n"));
  CHECK(is_mbox("\xEF\xBB\xBF\r\nFrom - Tue Mar  3 10:00:00 2026\r\nSubject: x\r\n"));
  CHECK(is_mbox("From a Tue Mar  3 10:00:00 2026\n>From b\nSubject: x\n"));
  CHECK_FALSE(is_mbox("From - Tue Mar  3 10:00:00 2026\n\nHello.\n"));
  CHECK_FALSE(is_mbox("From my point of view: fine.\nSubject: x\n"));
  CHECK_FALSE(is_mbox("From: a@b.example\nSubject: x\n"));
  CHECK_FALSE(is_mbox(""));
  CHECK_FALSE(is_mbox("From "));
}

TEST_CASE("an mbox is known by its name") {
  CHECK(is_mbox_name("a/b.mbox"));
  CHECK(is_mbox_name("B.MBX"));
  CHECK(is_mbox_name("Drafts.mbox/mbox"));
  CHECK_FALSE(is_mbox_name("mbox/draft.txt"));
  CHECK_FALSE(is_mbox_name(".mbox"));
  CHECK_FALSE(is_mbox_name("-"));
}

TEST_CASE("lone carriage returns end lines too") {
  CHECK(split_mbox("From - Tue Mar  3 10:00:00 2026\rA: b\r\rc\r\r"
                   "From - Tue Mar  3 10:00:00 2026\rA: b\r")
            .size() == 2);
}

}  // namespace
}  // namespace mailcheck
