#include "report/dump.hpp"

#include <doctest/doctest.h>

#include "report/dump_json.hpp"
#include "report/dump_text.hpp"

namespace mailcheck {
namespace {

struct Dumped {
  Source source;
  Draft draft;
  Text text;
  Facts facts;

  explicit Dumped(std::string bytes) : source{"draft.eml", std::move(bytes)} {
    draft = parse_draft(source);
    text = analyze(draft);
    facts = gather_facts(draft, text, {});
  }
  [[nodiscard]] DumpedDraft view() const { return {source, draft, text, facts}; }
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a date is ISO 8601 with the offset that is known") {
  CHECK(iso_date({2026, 3, 5, 9, 12, 7, 60}) == "2026-03-05T09:12:07+01:00");
  CHECK(iso_date({2026, 3, 5, 9, 12, 7, -210}) == "2026-03-05T09:12:07-03:30");
  CHECK(iso_date({2026, 12, 31, 0, 0, 0, 0}) == "2026-12-31T00:00:00+00:00");
  CHECK(iso_date({2026, 3, 5, 9, 12, 7, {}}) == "2026-03-05T09:12:07");
}

TEST_CASE("offsets of a dump count from the start of the file, lines too") {
  Dumped dumped("Subject: Tour\n\nHi Dana,\n");
  CHECK(
      contains(dump_as_json(dumped.view()),
               R"({"kind": "greeting", "start": 15, "end": 23, "text_start": 5, "text_end": 13})"));
  CHECK(contains(dump_as_text(dumped.view()), "3:1-3:9       greeting      Hi Dana,\n"));
  dumped.source.message = 2;
  dumped.source.first_line = 11;
  dumped.source.first_offset = 100;
  CHECK(
      contains(dump_as_json(dumped.view()), R"({"kind": "greeting", "start": 115, "end": 123, )"));
  CHECK(contains(dump_as_json(dumped.view()), R"("message": 2)"));
  CHECK(contains(dump_as_text(dumped.view()), "13:1-13:9     greeting      Hi Dana,\n"));
  CHECK(contains(dump_as_text(dumped.view()), "  message     2\n"));
}

TEST_CASE("attachments and a date are dumped when a draft has them") {
  Dumped dumped("Subject: Tour\n\nHi Dana,\n");
  CHECK(contains(dump_as_json(dumped.view()), R"("date": null)"));
  CHECK(contains(dump_as_json(dumped.view()), R"("attachments": [])"));
  dumped.draft.date = DateTime{2026, 3, 5, 9, 12, 7, 60};
  dumped.draft.attachments.push_back({"c\x1Bv.pdf", "application/pdf", 12, true, {0, 5}});
  dumped.draft.in_reply_to = {"<1@example.com>"};
  CHECK(contains(dump_as_json(dumped.view()), R"("date": "2026-03-05T09:12:07+01:00")"));
  CHECK(contains(dump_as_json(dumped.view()),
                 R"([{"name": "c\u001bv.pdf", "type": "application/pdf", "size": 12, )"
                 R"("inline": true, "start": 0, "end": 5}])"));
  CHECK(contains(dump_as_text(dumped.view()),
                 "  attachment  1:1-1:6       application/pdf c<U+001B>v.pdf, 12 bytes, inline\n"));
  CHECK(contains(dump_as_text(dumped.view()), "  in-reply-to <1@example.com>\n"));
}

}  // namespace
}  // namespace mailcheck
