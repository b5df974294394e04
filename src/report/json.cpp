#include "report/json.hpp"

#include <vector>

#include "base/line_index.hpp"
#include "report/places.hpp"

namespace mailcheck {
namespace {

void write_position(JsonWriter& json, const FilePosition& position) {
  json.begin_object();
  json.key("line").number(position.line);
  json.key("column").number(position.column);
  json.key("offset").number(position.offset);
  json.end_object();
}

void write_fix(JsonWriter& json, const Fix& fix, const Source& source) {
  json.begin_object();
  json.key("title").string(fix.title);
  json.key("safe").boolean(fix.safe);
  json.key("edits").begin_array();
  for (const SourceEdit& edit : fix.edits) {
    const SourceSpan span = span_in_file(edit.span, source);
    json.begin_object();
    json.key("start").number(span.begin);
    json.key("end").number(span.end);
    json.key("text").string(edit.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding, const FindingPlace& place,
                   const Source& source) {
  json.begin_object();
  json.key("rule").string(finding.rule);
  json.key("category").string(finding.category);
  json.key("severity").string(name_of(finding.severity));
  json.key("region").string(name_of(finding.region));
  json.key("message").string(finding.message);
  json.key("help").string(finding.help);
  json.key("text").string(finding.text);
  json.key("start");
  write_position(json, place.start);
  json.key("end");
  write_position(json, place.end);
  json.key("fixes").begin_array();
  for (const Fix& fix : finding.fixes)
    write_fix(json, fix, source);
  json.end_array();
  json.end_object();
}

void write_stats(JsonWriter& json, const DraftStats& stats) {
  json.begin_object();
  json.key("words").number(stats.words);
  json.key("sentences").number(stats.sentences);
  json.key("paragraphs").number(stats.paragraphs);
  json.key("characters").number(stats.characters);
  json.key("reading_seconds").number(stats.reading_seconds);
  json.end_object();
}

void write_item(JsonWriter& json, const ChecklistItem& item, const Source& source,
                const LineIndex& lines) {
  const auto line_of = [&](SourceSpan span) { return line_in_file(span, source, lines); };
  json.begin_object();
  json.key("item").string(item.item);
  json.key("required").boolean(item.required);
  json.key("present").boolean(item.present);
  json.key("line").number(line_of(item.span));
  json.key("evidence").begin_array();
  for (const Evidence& evidence : item.evidence) {
    json.begin_object();
    json.key("text").string(evidence.text);
    json.key("what").string(evidence.what);
    json.key("line").number(line_of(evidence.span));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_draft(JsonWriter& json, const CheckedDraft& draft) {
  const LintResult& result = draft.result;
  const LineIndex lines(draft.source.bytes);
  const std::vector<FindingPlace> places = places_of(result.findings, draft.source, lines);

  json.begin_object();
  json.key("path").string(draft.source.path);
  json.key("message").number(draft.source.message);
  json.key("stage").begin_object();
  json.key("name").string(name_of(result.stage.stage));
  json.key("confidence").fraction(result.stage.confidence);
  json.key("given").boolean(result.stage.given);
  json.end_object();
  json.key("language").string(result.language);
  json.key("stats");
  write_stats(json, result.stats);
  json.key("checklist").begin_array();
  for (const ChecklistItem& item : result.checklist)
    write_item(json, item, draft.source, lines);
  json.end_array();
  json.key("findings").begin_array();
  for (std::size_t i = 0; i < places.size(); ++i)
    write_finding(json, result.findings[i], places[i], draft.source);
  json.end_array();
  json.key("notes").begin_array();
  for (const std::string& note : result.notes)
    json.string(note);
  json.end_array();
  json.end_object();
}

std::string JsonReport::begin(std::string_view version) {
  json_.begin_object();
  json_.key("schema").number(1);
  json_.key("tool").begin_object();
  json_.key("name").string("mailcheck");
  json_.key("version").string(version);
  json_.end_object();
  json_.key("files").begin_array();
  return json_.take();
}

std::string JsonReport::draft(const CheckedDraft& draft) {
  write_draft(json_, draft);
  return json_.take();
}

std::string JsonReport::end(const Totals& totals) {
  json_.end_array();
  json_.key("summary").begin_object();
  json_.key("files").number(totals.drafts);
  json_.key("errors").number(totals.errors);
  json_.key("warnings").number(totals.warnings);
  json_.key("suggestions").number(totals.suggestions);
  if (totals.known > 0)
    json_.key("known").number(totals.known);
  json_.end_object();
  json_.end_object();
  return json_.take() + "\n";
}

}  // namespace mailcheck
