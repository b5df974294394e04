#include "report/text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/line_index.hpp"
#include "base/unicode.hpp"
#include "report/draft_lines.hpp"
#include "report/escape.hpp"
#include "report/places.hpp"
#include "report/snippet.hpp"

namespace mailcheck {
namespace {

/// Replacements named after “Did you mean”.
constexpr std::size_t offered_replacements = 3;
constexpr std::size_t minimum_snippet_width = 20;

std::string source_lines(const CheckedDraft& draft, const Finding& finding,
                         const FindingPlace& place, const LineIndex& lines,
                         std::size_t gutter_width, const TextStyle& style) {
  const std::size_t line_in_draft = place.start.line - (draft.source.first_line - 1);
  const std::size_t line_start = lines.line_start(line_in_draft);
  const std::size_t used = gutter_width + 5;
  const std::size_t room =
      std::max(minimum_snippet_width, style.width - std::min(style.width, used));
  const std::size_t begin = finding.span.begin - std::min(finding.span.begin, line_start);
  const bool many_lines = place.end.line > place.start.line;
  const std::string_view line = lines.line(line_in_draft);
  const std::size_t end = many_lines ? line.size() + 1 : begin + finding.span.size();
  const Snippet snippet = make_snippet(line, begin, end, room);
  const Ink ink = ink_of(finding.severity);

  std::string out = fmt::format(
      "  {} {}{}{}\n",
      paint(Ink::dim, fmt::format("{:>{}} │", place.start.line, gutter_width), style.color),
      snippet.before, paint(Ink::strong, snippet.marked, style.color), snippet.after);
  const std::string marks = std::string(snippet.mark_width, '^') + (snippet.goes_on ? " …" : "");
  out += fmt::format("  {} {}{}\n",
                     paint(Ink::dim, std::string(gutter_width, ' ') + " │", style.color),
                     std::string(snippet.mark_column, ' '), paint(ink, marks, style.color));
  return out;
}

/// The texts that could stand in place of the whole finding, best first.
std::vector<std::string> replacements(const Finding& finding) {
  std::vector<std::string> texts;
  for (const Fix& fix : finding.fixes) {
    const bool whole = fix.edits.size() == 1 && fix.edits.front().span == finding.span;
    if (whole && !fix.edits.front().text.empty() && texts.size() < offered_replacements)
      texts.push_back("“" + terminal_safe_line(fix.edits.front().text) + "”");
  }
  return texts;
}

std::string hint(const Finding& finding) {
  const std::vector<std::string> texts = replacements(finding);
  if (texts.empty())
    return finding.fixes.empty() ? "" : terminal_safe_line(finding.fixes.front().title) + ".";
  std::string out = "Did you mean ";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0)
      out += i + 1 < texts.size() ? ", " : " or ";
    out += texts[i];
  }
  return out + "?";
}

/// The message, wrapped, each line painted on its own.
std::string message_lines(const Finding& finding, const TextStyle& style) {
  const std::string wrapped = wrap(terminal_safe_line(finding.message), style.width, 2);
  std::string_view rest = wrapped;
  std::string out;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    out += paint(Ink::strong, rest.substr(0, end), style.color) + "\n";
    rest.remove_prefix(end + 1);
  }
  return out;
}

std::string finding_text(const CheckedDraft& draft, const Finding& finding,
                         const FindingPlace& place, const LineIndex& lines,
                         std::size_t gutter_width, const TextStyle& style) {
  const std::string where =
      fmt::format("{}:{}:{}", shown_path(draft.source), place.start.line, place.start.column);
  std::string out = fmt::format(
      "{} {} {}\n", where, paint(ink_of(finding.severity), name_of(finding.severity), style.color),
      paint(Ink::dim, terminal_safe(finding.rule), style.color));
  out += message_lines(finding, style);
  out += source_lines(draft, finding, place, lines, gutter_width, style);
  if (const std::string text = hint(finding); !text.empty())
    out += wrap(text, style.width, 4, "  → ");
  if (!finding.help.empty())
    out += wrap(terminal_safe_line(finding.help), style.width, 4, "  → ");
  return out + "\n";
}

std::string counts(const Totals& totals, const TextStyle& style) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view noun, Ink ink) {
    if (count > 0)
      parts.push_back(paint(ink, count_of(count, noun), style.color));
  };
  add(totals.errors, "error", Ink::error);
  add(totals.warnings, "warning", Ink::warning);
  add(totals.suggestions, "suggestion", Ink::suggestion);
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0)
      out += i + 1 < parts.size() ? ", " : " and ";
    out += parts[i];
  }
  return out;
}

std::string verdict(const Totals& totals, const TextStyle& style) {
  if (totals.findings() > 0)
    return counts(totals, style) + ".";
  if (totals.incomplete > 0 || totals.unread > 0)
    return "Nothing was found, but not everything could be checked.";
  if (totals.stats.words == 0)
    return "There are no words to check.";
  if (totals.known > 0)
    return "Nothing new was found.";
  return paint(Ink::good, "Looks good:", style.color) + " there is nothing to mend.";
}

}  // namespace

std::string text_report(const CheckedDraft& draft, const TextStyle& style) {
  const LintResult& result = draft.result;
  const bool verbose = style.verbosity == Verbosity::verbose;
  if (result.findings.empty() && !verbose)
    return {};
  const LineIndex lines(draft.source.bytes);
  const std::vector<FindingPlace> places = places_of(result.findings, draft.source, lines);

  std::string out;
  if (style.verbosity != Verbosity::quiet)
    out += draft_heading(draft, style);
  if (verbose) {
    out += stage_line(result, style);
    for (const std::string& note : result.notes)
      out += wrap(terminal_safe_line(note) + ".", style.width, 2);
    if (!result.checklist.empty())
      out += "\n" + checklist_lines(draft, lines, style);
  }
  if (style.verbosity != Verbosity::quiet)
    out += "\n";
  std::size_t last_line = 1;
  for (const FindingPlace& place : places)
    last_line = std::max(last_line, place.start.line);
  const std::size_t gutter_width = std::max<std::size_t>(2, fmt::formatted_size("{}", last_line));
  for (std::size_t i = 0; i < places.size(); ++i)
    out += finding_text(draft, result.findings[i], places[i], lines, gutter_width, style);
  return out;
}

std::string text_summary(const Totals& totals, const TextStyle& style, const std::string& example) {
  if (style.verbosity == Verbosity::quiet || totals.drafts == 0)
    return {};
  const DraftStats& stats = totals.stats;
  std::string out;
  if (totals.fixed > 0)
    out += fmt::format("{} fixed.\n", count_of(totals.fixed, "finding"));
  out += verdict(totals, style) + "\n";
  if (totals.known > 0)
    out += fmt::format("{} of the baseline {} not shown.\n", count_of(totals.known, "finding"),
                       totals.known == 1 ? "is" : "are");
  if (totals.drafts > 1)
    out += count_of(totals.drafts, "draft") + " checked.\n";
  else if (stats.words > 0)
    out += fmt::format("{}, {}, {} to read.\n", count_of(stats.words, "word"),
                       count_of(stats.sentences, "sentence"), reading_time(stats.reading_seconds));
  if (!example.empty())
    out += paint(Ink::dim, fmt::format("Why? Ask “mailcheck explain {}”.", terminal_safe(example)),
                 style.color) +
           "\n";
  return out;
}

}  // namespace mailcheck
