#include "report/sarif.hpp"

#include <algorithm>

#include "base/line_index.hpp"
#include "lint/fingerprint.hpp"
#include "report/places.hpp"
#include "report/uri.hpp"

namespace mailcheck {
namespace {

std::string_view level_of(Severity severity) {
  return severity == Severity::suggestion ? "note" : name_of(severity);
}

void write_region(JsonWriter& json, const FindingPlace& place) {
  json.begin_object();
  json.key("startLine").number(place.start.line);
  json.key("startColumn").number(place.start.column);
  json.key("endLine").number(place.end.line);
  json.key("endColumn").number(place.end.column);
  json.key("byteOffset").number(place.start.offset);
  json.key("byteLength").number(place.end.offset - place.start.offset);
  json.end_object();
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).begin_object();
  json.key("text").string(text);
  json.end_object();
}

void write_artifact(JsonWriter& json, const Source& source) {
  json.key("artifactLocation").begin_object();
  json.key("uri").string(source.path == "-" ? "stdin" : uri_of(source.path));
  json.end_object();
}

void write_fix(JsonWriter& json, const Fix& fix, const Source& source, const LineIndex& lines) {
  std::vector<SourceSpan> spans;
  for (const SourceEdit& edit : fix.edits)
    spans.push_back(edit.span);
  const std::vector<FindingPlace> places = places_of(spans, source, lines);
  json.begin_object();
  write_text(json, "description", fix.title);
  json.key("artifactChanges").begin_array().begin_object();
  write_artifact(json, source);
  json.key("replacements").begin_array();
  for (std::size_t i = 0; i < places.size(); ++i) {
    json.begin_object();
    json.key("deletedRegion");
    write_region(json, places[i]);
    write_text(json, "insertedContent", fix.edits[i].text);
    json.end_object();
  }
  json.end_array().end_object().end_array();
  json.end_object();
}

}  // namespace

std::size_t SarifReport::index_of(const std::string& id, const DescribeRule& describe) {
  const auto found = std::find_if(rules_.begin(), rules_.end(),
                                  [&](const SarifRule& rule) { return rule.id == id; });
  const auto index = static_cast<std::size_t>(found - rules_.begin());
  if (found == rules_.end())
    rules_.push_back(describe(id));
  return index;
}

std::string SarifReport::begin() {
  json_.begin_object();
  json_.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
  json_.key("version").string("2.1.0");
  json_.key("runs").begin_array().begin_object();
  json_.key("columnKind").string("unicodeCodePoints");
  json_.key("results").begin_array();
  return json_.take();
}

std::string SarifReport::draft(const CheckedDraft& draft, const DescribeRule& describe) {
  const std::vector<Finding>& findings = draft.result.findings;
  const LineIndex lines(draft.source.bytes);
  const std::vector<FindingPlace> places = places_of(findings, draft.source, lines);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Finding& finding = findings[i];
    json_.begin_object();
    json_.key("ruleId").string(finding.rule);
    json_.key("ruleIndex").number(index_of(finding.rule, describe));
    json_.key("level").string(level_of(finding.severity));
    write_text(json_, "message", finding.message);
    json_.key("locations").begin_array().begin_object();
    json_.key("physicalLocation").begin_object();
    write_artifact(json_, draft.source);
    json_.key("region");
    write_region(json_, places[i]);
    json_.end_object().end_object().end_array();
    json_.key("partialFingerprints").begin_object();
    json_.key("mailcheck/v1").string(fingerprint_of(finding));
    json_.end_object();
    if (!finding.fixes.empty()) {
      json_.key("fixes").begin_array();
      for (const Fix& fix : finding.fixes)
        write_fix(json_, fix, draft.source, lines);
      json_.end_array();
    }
    json_.end_object();
  }
  return json_.take();
}

std::string SarifReport::end(std::string_view version) {
  json_.end_array();
  json_.key("tool").begin_object().key("driver").begin_object();
  json_.key("name").string("mailcheck");
  json_.key("version").string(version);
  json_.key("rules").begin_array();
  for (const SarifRule& rule : rules_) {
    json_.begin_object();
    json_.key("id").string(rule.id);
    if (!rule.summary.empty()) {
      write_text(json_, "shortDescription", rule.summary);
      if (!rule.rationale.empty())
        write_text(json_, "fullDescription", rule.rationale);
      if (!rule.help.empty())
        write_text(json_, "help", rule.help);
      json_.key("defaultConfiguration").begin_object();
      json_.key("level").string(level_of(rule.severity));
      json_.end_object();
      json_.key("properties").begin_object().key("tags").begin_array();
      json_.string(rule.category);
      json_.end_array().end_object();
    }
    json_.end_object();
  }
  json_.end_array().end_object().end_object();
  json_.end_object().end_array();
  json_.end_object();
  return json_.take() + "\n";
}

}  // namespace mailcheck
