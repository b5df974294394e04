#include "report/stats.hpp"

#include <fmt/format.h>

#include "base/line_index.hpp"
#include "report/draft_lines.hpp"
#include "report/paint.hpp"

namespace mailcheck {

std::string stats_report(const CheckedDraft& draft, const TextStyle& style) {
  const LintResult& result = draft.result;
  const DraftStats& stats = result.stats;
  std::string out = draft_heading(draft, style);
  out += stage_line(result, style);
  out += wrap(
      fmt::format("{}, {}, {}, {}; {} to read.", count_of(stats.words, "word"),
                  count_of(stats.sentences, "sentence"), count_of(stats.paragraphs, "paragraph"),
                  count_of(stats.characters, "character"), reading_time(stats.reading_seconds)),
      style.width, 2);
  out += "\n";
  if (result.checklist.empty())
    return out +
           wrap("This is no whole mail, so that nothing can be missing from it.", style.width, 2);
  return out + checklist_lines(draft, LineIndex(draft.source.bytes), style);
}

}  // namespace mailcheck
