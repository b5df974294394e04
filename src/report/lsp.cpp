#include "report/lsp.hpp"

#include <vector>

#include "base/file.hpp"
#include "report/json_writer.hpp"
#include "report/places.hpp"
#include "report/uri.hpp"

namespace mailcheck {
namespace {

void write_position(JsonWriter& json, const FilePosition& position) {
  json.begin_object();
  json.key("line").number(position.line - 1);
  json.key("character").number(position.column - 1);
  json.end_object();
}

}  // namespace

int diagnostic_severity(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::suggestion:
      return 3;
    case Severity::off:
      break;
  }
  return 4;
}

std::string lsp_report(const CheckedDraft& draft, const std::string& folder) {
  const std::vector<Finding>& findings = draft.result.findings;
  const std::vector<FindingPlace> places = places_of(draft, ColumnUnit::utf16);
  JsonWriter json(JsonStyle::one_line);
  json.begin_object();
  json.key("jsonrpc").string("2.0");
  json.key("method").string("textDocument/publishDiagnostics");
  json.key("params").begin_object();
  json.key("uri").string(uri_of(join_path(folder, draft.source.path)));
  json.key("diagnostics").begin_array();
  for (std::size_t i = 0; i < places.size(); ++i) {
    json.begin_object();
    json.key("range").begin_object();
    json.key("start");
    write_position(json, places[i].start);
    json.key("end");
    write_position(json, places[i].end);
    json.end_object();
    json.key("severity")
        .number(static_cast<std::size_t>(diagnostic_severity(findings[i].severity)));
    json.key("code").string(findings[i].rule);
    json.key("source").string("mailcheck");
    json.key("message").string(findings[i].message);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace mailcheck
