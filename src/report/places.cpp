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

/// Characters outside the basic plane are two UTF-16 code units; a byte that is not UTF-8 is shown
/// as U+FFFD, which is one.
std::size_t count_columns(std::string_view text, ColumnUnit unit) {
  if (unit == ColumnUnit::byte)
    return text.size();
  if (unit == ColumnUnit::code_point)
    return count_code_points(text);
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = decode_utf8(text, offset);
    count += point.value > 0xFFFF ? 2U : 1U;
    offset += point.length;
  }
  return count;
}

}  // namespace

std::vector<FindingPlace> places_of(const std::vector<SourceSpan>& spans, const Source& source,
                                    const LineIndex& lines, ColumnUnit unit) {
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
    position.column += count_columns(bytes.substr(reached, question.offset - reached), unit);
    reached = question.offset;
    *question.answer = {source.first_line - 1 + position.line, position.column,
                        source.first_offset + reached};
  }
  return places;
}

std::vector<FindingPlace> places_of(const std::vector<Finding>& findings, const Source& source,
                                    const LineIndex& lines, ColumnUnit unit) {
  std::vector<SourceSpan> spans;
  spans.reserve(findings.size());
  for (const Finding& finding : findings)
    spans.push_back(finding.span);
  return places_of(spans, source, lines, unit);
}

std::vector<FindingPlace> places_of(const CheckedDraft& draft, ColumnUnit unit) {
  return places_of(draft.result.findings, draft.source, LineIndex(draft.source.bytes), unit);
}

std::size_t line_in_file(SourceSpan span, const Source& source, const LineIndex& lines) {
  return source.first_line - 1 + lines.position(span.begin).line;
}

SourceSpan span_in_file(SourceSpan span, const Source& source) {
  return {source.first_offset + span.begin, source.first_offset + span.end};
}

}  // namespace mailcheck
