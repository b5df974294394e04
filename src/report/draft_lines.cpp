#include "report/draft_lines.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "report/escape.hpp"
#include "report/paint.hpp"
#include "report/places.hpp"

namespace mailcheck {
namespace {

/// Code points of a piece of evidence, and pieces shown for an item.
constexpr std::size_t shown_evidence_length = 40;
constexpr std::size_t shown_evidence = 4;

std::string shown_text(const Evidence& evidence) {
  const std::string line = terminal_safe_line(evidence.text);
  const std::string_view start = utf8_prefix(line, shown_evidence_length);
  std::string text = "“" + std::string(start) + (start.size() < line.size() ? "…”" : "”");
  if (!evidence.what.empty())
    text += " (" + terminal_safe_line(evidence.what) + ")";
  return text;
}

std::string evidence_text(const ChecklistItem& item, const CheckedDraft& draft,
                          const LineIndex& lines) {
  std::string out;
  std::size_t last_line = 0;
  for (std::size_t i = 0; i < std::min(item.evidence.size(), shown_evidence); ++i) {
    const Evidence& evidence = item.evidence[i];
    const std::size_t line = line_in_file(evidence.span, draft.source, lines);
    if (i > 0)
      out += ", ";
    if (line != last_line)
      out += fmt::format("line {}: ", line);
    out += shown_text(evidence);
    last_line = line;
  }
  if (item.evidence.size() > shown_evidence)
    out += fmt::format(" and {} more", item.evidence.size() - shown_evidence);
  return out;
}

}  // namespace

std::string shown_path(const Source& source) {
  return source.path == "-" ? "<stdin>" : terminal_safe(source.path);
}

std::string draft_heading(const CheckedDraft& draft, const TextStyle& style) {
  std::string path = shown_path(draft.source);
  if (draft.source.is_one_of_many)
    path += fmt::format(", message {}", draft.source.message);
  const std::size_t used = display_width(path) + 4;
  std::string rule;
  for (std::size_t column = used; column < style.width; ++column)
    rule += "─";
  return fmt::format("{} {} {}\n", paint(Ink::dim, "──", style.color),
                     paint(Ink::strong, path, style.color), paint(Ink::dim, rule, style.color));
}

std::string stage_line(const LintResult& result, const TextStyle& style) {
  const std::string how =
      result.stage.given
          ? "as you said"
          : fmt::format("a guess, {:.0f} % sure", std::round(result.stage.confidence * 100));
  return wrap(fmt::format("Read as {} ({}), language {}.", name_of(result.stage.stage), how,
                          result.language),
              style.width, 2);
}

std::string reading_time(std::size_t seconds) {
  if (seconds < 60)
    return "about " + count_of(seconds, "second");
  if (seconds >= 3600)
    return "more than an hour";
  const std::size_t minutes = seconds / 60;
  return seconds % 60 == 0 ? "about " + count_of(minutes, "minute")
                           : fmt::format("about {} min {} s", minutes, seconds % 60);
}

std::string checklist_lines(const CheckedDraft& draft, const LineIndex& lines,
                            const TextStyle& style) {
  std::size_t width = 0;
  for (const ChecklistItem& item : draft.result.checklist)
    width = std::max(width, display_width(item.item));
  std::string out;
  for (const ChecklistItem& item : draft.result.checklist) {
    std::string name = terminal_safe_line(item.item);
    if (item.present)
      name.append(width - display_width(item.item), ' ');
    std::string_view state = item.required ? "missing " : "optional";
    Ink ink = item.required ? Ink::warning : Ink::dim;
    if (item.present) {
      state = "present ";
      ink = Ink::good;
    }
    // The state is painted after wrapping, which counts columns.
    const std::string indent(2 + state.size() + 2 + width + 2, ' ');
    std::string text = "\n";
    if (item.present) {
      text = wrap(evidence_text(item, draft, lines), style.width, indent.size());
      text.replace(0, indent.size(), "  ");
    }
    out += fmt::format("  {}  {}{}", paint(ink, state, style.color), name, text);
  }
  return out;
}

}  // namespace mailcheck
