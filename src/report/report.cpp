#include "report/report.hpp"

namespace mailcheck {

void Totals::add(const LintResult& result) {
  ++drafts;
  if (!result.failures.empty() || result.is_incomplete)
    ++incomplete;
  for (const Finding& finding : result.findings) {
    switch (finding.severity) {
      case Severity::error:
        ++errors;
        break;
      case Severity::warning:
        ++warnings;
        break;
      case Severity::suggestion:
        ++suggestions;
        break;
      case Severity::off:
        break;
    }
  }
  stats.words += result.stats.words;
  stats.sentences += result.stats.sentences;
  stats.paragraphs += result.stats.paragraphs;
  stats.characters += result.stats.characters;
  stats.reading_seconds += result.stats.reading_seconds;
}

}  // namespace mailcheck
