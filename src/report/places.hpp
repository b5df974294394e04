#pragma once

// Lines, columns and offsets of many places of a draft at once, in terms of the file that the
// draft lies in. Asking a LineIndex for each of them would cost the length of the line every time,
// which is quadratic when a whole mail is one line.

#include <cstddef>
#include <vector>

#include "base/line_index.hpp"
#include "base/span.hpp"
#include "lint/finding.hpp"
#include "mail/source.hpp"
#include "report/report.hpp"

namespace mailcheck {

/// What columns count.
enum class ColumnUnit { code_point, utf16, byte };

/// A place in the file. Line and column count from 1, the column in code points unless asked
/// otherwise.
struct FilePosition {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t offset = 0;  ///< In bytes.
};

struct FindingPlace {
  FilePosition start;
  FilePosition end;
};

/// The places of `spans`, in their order. `lines` must be the index of `source.bytes`.
[[nodiscard]] std::vector<FindingPlace> places_of(const std::vector<SourceSpan>& spans,
                                                  const Source& source, const LineIndex& lines,
                                                  ColumnUnit unit = ColumnUnit::code_point);
/// The places of `findings`, in their order.
[[nodiscard]] std::vector<FindingPlace> places_of(const std::vector<Finding>& findings,
                                                  const Source& source, const LineIndex& lines,
                                                  ColumnUnit unit = ColumnUnit::code_point);

/// The places of the findings of a draft, in their order.
[[nodiscard]] std::vector<FindingPlace> places_of(const CheckedDraft& draft,
                                                  ColumnUnit unit = ColumnUnit::code_point);

/// The line of the file, from 1, on which a span begins. For a few spans.
[[nodiscard]] std::size_t line_in_file(SourceSpan span, const Source& source,
                                       const LineIndex& lines);

/// Where a span of the draft lies in the file; an edit of a finding, for example.
[[nodiscard]] SourceSpan span_in_file(SourceSpan span, const Source& source);

}  // namespace mailcheck
