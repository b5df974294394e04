#pragma once

// The JSON report, schema 1 (docs/schema/mailcheck-output-1.schema.json): one object for the run,
// written piece by piece, so that a long run needs no more memory than one draft.

#include <string>
#include <string_view>

#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace mailcheck {

class JsonReport {
 public:
  /// Everything up to the list of files.
  [[nodiscard]] std::string begin(std::string_view version);
  /// One element of the list.
  [[nodiscard]] std::string draft(const CheckedDraft& draft);
  /// The rest, with the totals and a line break.
  [[nodiscard]] std::string end(const Totals& totals);

 private:
  JsonWriter json_{JsonStyle::indented};
};

/// Writes the object of one draft, the same for JSON and JSON Lines.
void write_draft(JsonWriter& json, const CheckedDraft& draft);

}  // namespace mailcheck
