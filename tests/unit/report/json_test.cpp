#include "report/json.hpp"

#include <doctest/doctest.h>

#include "report/jsonl.hpp"
#include "sample.hpp"

namespace mailcheck {
namespace {

TEST_CASE("the JSON report is one object with every key") {
  Sample sample("Hi,\n\nI recieve.\n");
  Finding& finding =
      sample.add("recieve", "misspelling", Severity::error, "“recieve” is misspelt.");
  finding.help = "Look it up.";
  finding.fixes.push_back({"Replace with “receive”", false, {{finding.span, "receive"}}});
  sample.result.checklist = {
      {"next step", true, true, finding.span, {{finding.span, "recieve", "a promise"}}},
      {"role", false, false, {}, {}}};
  sample.result.notes = {"14 quoted lines were not checked"};
  Totals totals;
  totals.add(sample.result);
  JsonReport report;
  std::string json = report.begin("1.2.3");
  json += report.draft(sample.draft());
  json += report.end(totals);
  CHECK(json == R"({
  "schema": 1,
  "tool": {
    "name": "mailcheck",
    "version": "1.2.3"
  },
  "files": [
    {
      "path": "draft.txt",
      "message": 1,
      "stage": {
        "name": "thank-you",
        "confidence": 0.93,
        "given": false
      },
      "language": "en-US",
      "stats": {
        "words": 148,
        "sentences": 9,
        "paragraphs": 4,
        "characters": 842,
        "reading_seconds": 38
      },
      "checklist": [
        {
          "item": "next step",
          "required": true,
          "present": true,
          "line": 3,
          "evidence": [
            {
              "text": "recieve",
              "what": "a promise",
              "line": 3
            }
          ]
        },
        {
          "item": "role",
          "required": false,
          "present": false,
          "line": 1,
          "evidence": []
        }
      ],
      "findings": [
        {
          "rule": "misspelling",
          "category": "outcome",
          "severity": "error",
          "region": "body",
          "message": "“recieve” is misspelt.",
          "help": "Look it up.",
          "text": "recieve",
          "start": {
            "line": 3,
            "column": 3,
            "offset": 7
          },
          "end": {
            "line": 3,
            "column": 10,
            "offset": 14
          },
          "fixes": [
            {
              "title": "Replace with “receive”",
              "safe": false,
              "edits": [
                {
                  "start": 7,
                  "end": 14,
                  "text": "receive"
                }
              ]
            }
          ]
        }
      ],
      "notes": [
        "14 quoted lines were not checked"
      ]
    }
  ],
  "summary": {
    "files": 1,
    "errors": 1,
    "warnings": 0,
    "suggestions": 0
  }
}
)");
}

TEST_CASE("a run without drafts has an empty list") {
  JsonReport report;
  std::string json = report.begin("1");
  json += report.end({});
  CHECK(json.find("\"files\": [],") != std::string::npos);
}

TEST_CASE("JSON Lines is the same object on one line") {
  const Sample sample("Hi\n");
  CHECK(
      jsonl_report(sample.draft()) ==
      R"({"path": "draft.txt", "message": 1, )"
      R"("stage": {"name": "thank-you", "confidence": 0.93, "given": false}, )"
      R"("language": "en-US", "stats": {"words": 148, "sentences": 9, "paragraphs": 4, )"
      R"("characters": 842, "reading_seconds": 38}, "checklist": [], "findings": [], "notes": []})"
      "\n");
}

TEST_CASE("a confidence of one is written as 1") {
  Sample sample("Hi\n");
  sample.result.stage = {Stage::withdrawal, 1, true};
  CHECK(jsonl_report(sample.draft()).find("\"confidence\": 1, \"given\": true") !=
        std::string::npos);
}

TEST_CASE("lines, offsets and edits of a message are those of the file") {
  Sample sample("Hi,\nI recieve you.\n");
  sample.source.message = 2;
  sample.source.first_line = 31;
  sample.source.first_offset = 1000;
  Finding& finding = sample.add("recieve", "misspelling", Severity::warning, "M.");
  finding.fixes.push_back({"Replace", false, {{finding.span, "receive"}}});
  const std::string line = jsonl_report(sample.draft());
  CHECK(line.find(R"("message": 2, )") != std::string::npos);
  CHECK(line.find(R"("start": {"line": 32, "column": 3, "offset": 1006})") != std::string::npos);
  CHECK(line.find(R"("end": {"line": 32, "column": 10, "offset": 1013})") != std::string::npos);
  CHECK(line.find(R"({"start": 1006, "end": 1013, "text": "receive"})") != std::string::npos);
}

}  // namespace
}  // namespace mailcheck
