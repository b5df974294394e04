#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "mail/decoded_text.hpp"
#include "mail/draft.hpp"
#include "mail/header/address_list.hpp"

using namespace mailcheck;

namespace {

// The header as it is written and with CRLF.
template <class Test>
void with_both_line_ends(std::string_view bytes, Test test) {
  test(parse_draft({"draft", std::string(bytes)}));
  std::string crlf;
  for (const char c : bytes)
    crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  test(parse_draft({"draft", crlf}));
}

}  // namespace

TEST_CASE("people, date and what is answered are read from the header") {
  constexpr std::string_view bytes =
      "From: Dana Park <dana@example.com>\n"
      "To: =?utf-8?q?J=C3=B6rg=2C_M?= <joerg@example.org>,\n"
      " kim@example.org (Kim Lee)\n"
      "Cc: undisclosed-recipients:;\n"
      "Reply-To: \"Dana Park\" <home@example.com>\n"
      "Date: Tue, 3 Mar 2026\n 09:00:00 +0100\n"
      "Date: Wed, 4 Mar 2026 09:00:00 +0100\n"
      "In-Reply-To: <one@example.org>\n <two@example.org>\n\nText\n";
  with_both_line_ends(bytes, [](const Draft& draft) {
    REQUIRE(draft.from.size() == 1);
    REQUIRE(draft.to.size() == 2);
    CHECK(draft.to[0].display_name == "Jörg, M");
    CHECK(draft.to[1].display_name == "Kim Lee");
    CHECK(draft.cc.empty());
    REQUIRE(draft.reply_to.size() == 1);
    CHECK(draft.reply_to[0].address == "home@example.com");
    CHECK(draft.date == DateTime{2026, 3, 3, 9, 0, 0, 60});
    CHECK(draft.in_reply_to == std::vector<std::string>{"<one@example.org>", "<two@example.org>"});
    CHECK(draft.notes.empty());
  });
}

TEST_CASE("the first date that can be read counts") {
  const Draft draft = parse_draft({"draft", "Date: soon\nDate: 3 Mar 2026 09:00 -0000\n\nText\n"});
  CHECK(draft.date == DateTime{2026, 3, 3, 9, 0, 0, std::nullopt});
  CHECK_FALSE(parse_draft({"draft", "Subject: Hi\n\nText\n"}).date);
}

TEST_CASE("fields that ask something of a mail program can be found and read") {
  constexpr std::string_view bytes =
      "Subject: Hi\n"
      "Importance: High\n"
      "X-Priority: 1 (Highest)\n"
      "Disposition-Notification-To: =?utf-8?q?J=C3=B6rg?=\n <joerg@example.org>\n"
      "Return-Receipt-To: dana@example.com\n"
      "X-Mailcheck-Stage: thank-you\n\nText\n";
  with_both_line_ends(bytes, [](const Draft& draft) {
    struct Row {
      std::string_view name, value;
    };
    const Row rows[] = {
        {"importance", "High"},
        {"X-PRIORITY", "1 (Highest)"},
        {"Disposition-Notification-To", "Jörg <joerg@example.org>"},
        {"Return-Receipt-To", "dana@example.com"},
        {"X-Mailcheck-Stage", "thank-you"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.name);
      const HeaderField* field = draft.field(row.name);
      REQUIRE(field != nullptr);
      CHECK(field->value == row.value);
    }
    CHECK(draft.field("X-Other") == nullptr);
  });
}

TEST_CASE("addresses beyond the limit are noted at their field") {
  std::string bytes = "To: ";
  for (std::size_t i = 0; i < address_limit; ++i)
    bytes += "a@b,\n ";
  bytes += "c@d\nCc: e@f\n\nText\n";
  const Draft draft = parse_draft({"draft", bytes});
  CHECK(draft.to.size() == address_limit);
  CHECK(draft.cc.size() == 1);
  REQUIRE(draft.notes.size() == 1);
  CHECK(draft.notes[0].kind == NoteKind::limit_reached);
  CHECK(draft.notes[0].span == draft.fields[0].span);
}
