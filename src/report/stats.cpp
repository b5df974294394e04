#include "report/stats.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/line_index.hpp"
#include "base/utf8.hpp"
#include "mail/draft.hpp"
#include "report/draft_lines.hpp"
#include "report/escape.hpp"
#include "report/paint.hpp"
#include "text/text.hpp"

namespace mailcheck {
namespace {

/// Columns of the longest bar, and code points shown of a paragraph.
constexpr std::size_t bar_width = 20;
constexpr std::size_t shown_length = 36;
/// Paragraphs shown; nobody reads a chart of more.
constexpr std::size_t shown_paragraphs = 12;

struct ParagraphWords {
  TextSpan span;
  std::size_t words = 0;
};

std::vector<ParagraphWords> body_paragraphs(const Text& text) {
  std::vector<ParagraphWords> all;
  for (const Paragraph& paragraph : text.paragraphs)
    all.push_back({paragraph.span, 0});
  for (const Word& word : text.words)
    ++all[text.sentences[word.sentence].paragraph].words;
  std::vector<ParagraphWords> body;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (text.paragraphs[i].region == RegionKind::body && all[i].words > 0)
      body.push_back(all[i]);
  }
  return body;
}

std::string bar_of(std::size_t words, std::size_t most) {
  const std::size_t columns = std::max<std::size_t>(1, words * bar_width / most);
  std::string bar;
  for (std::size_t i = 0; i < columns; ++i)
    bar += "█";
  return bar.append(bar_width - columns, ' ');
}

/// A bar for each paragraph of the body: where the words go. The draft is parsed anew.
std::string words_by_paragraph(const Source& source, const TextStyle& style) {
  const Draft draft = parse_draft(source);
  const std::vector<ParagraphWords> paragraphs = body_paragraphs(analyze(draft));
  if (paragraphs.size() < 2)
    return {};
  std::size_t most = 1;
  for (const ParagraphWords& paragraph : paragraphs)
    most = std::max(most, paragraph.words);
  std::string out = "\n  Where the words go:\n";
  for (std::size_t i = 0; i < std::min(paragraphs.size(), shown_paragraphs); ++i) {
    const std::string line = terminal_safe_line(slice(draft.text, paragraphs[i].span));
    const std::string_view start = utf8_prefix(line, shown_length);
    out += fmt::format("  {} {:>4}  {}{}\n",
                       paint(Ink::dim, bar_of(paragraphs[i].words, most), style.color),
                       paragraphs[i].words, start, start.size() < line.size() ? "…" : "");
  }
  if (paragraphs.size() > shown_paragraphs)
    out += fmt::format("  and {} more paragraphs\n", paragraphs.size() - shown_paragraphs);
  return out;
}

}  // namespace

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
  if (draft.source.bytes.size() <= draft_size_limit)
    out += words_by_paragraph(draft.source, style);
  out += "\n";
  if (result.checklist.empty())
    return out +
           wrap("This is no whole mail, so that nothing can be missing from it.", style.width, 2);
  return out + checklist_lines(draft, LineIndex(draft.source.bytes), style);
}

}  // namespace mailcheck
