#include "report/places.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/utf8.hpp"

namespace mailcheck {
namespace {

struct Question {
  std::size_t offset;
  FilePosition* answer;
};

}  // namespace

std::vector<FindingPlace> places_of(const std::vector<SourceSpan>& spans, const Source& source,
                                    const LineIndex& lines) {
  const std::string_view bytes = source.bytes;
  std::vector<FindingPlace> places(spans.size());
  std::vector<Question> questions;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    questions.push_back({std::min(spans[i].begin, bytes.size()), &places[i].start});
    questions.push_back({std::min(spans[i].end, bytes.size()), &places[i].end});
  }
  std::stable_sort(questions.begin(), questions.end(),
                   [](const Question& a, const Question& b) { return a.offset < b.offset; });

  LinePosition position;
  std::size_t reached = 0;
  std::size_t next_line = lines.line_count() > 1 ? lines.line_start(2) : bytes.size() + 1;
  for (const Question& question : questions) {
    while (question.offset >= next_line) {
      reached = next_line;
      ++position.line;
      position.column = 1;
      next_line = position.line < lines.line_count() ? lines.line_start(position.line + 1)
                                                     : bytes.size() + 1;
    }
    position.column += count_code_points(bytes.substr(reached, question.offset - reached));
    reached = question.offset;
    *question.answer = {source.first_line - 1 + position.line, position.column,
                        source.first_offset + reached};
  }
  return places;
}

std::vector<FindingPlace> places_of(const std::vector<Finding>& findings, const Source& source,
                                    const LineIndex& lines) {
  std::vector<SourceSpan> spans;
  spans.reserve(findings.size());
  for (const Finding& finding : findings)
    spans.push_back(finding.span);
  return places_of(spans, source, lines);
}

std::size_t line_in_file(SourceSpan span, const Source& source, const LineIndex& lines) {
  return source.first_line - 1 + lines.position(span.begin).line;
}

SourceSpan span_in_file(SourceSpan span, const Source& source) {
  return {source.first_offset + span.begin, source.first_offset + span.end};
}

}  // namespace mailcheck
