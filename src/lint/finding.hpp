#pragma once

// What the program says about a draft, in terms of the file on disk. Reports and editors need
// nothing else.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "facts/facts.hpp"
#include "lint/severity.hpp"
#include "text/text.hpp"

namespace mailcheck {

struct SourceEdit {
  SourceSpan span;
  std::string text;  ///< UTF-8, to be written as it is.
};

struct Fix {
  std::string title;
  bool safe = false;
  std::vector<SourceEdit> edits;
};

struct Finding {
  std::string rule;
  std::string category;
  Severity severity = Severity::warning;
  RegionKind region = RegionKind::body;
  SourceSpan span;
  std::string text;  ///< The decoded text at the place, whole; empty where something is missing.
  /// The place in `Draft::text`; none when it is about bytes that are no part of it.
  std::optional<TextSpan> text_span;
  std::string message;  ///< Complete, with the period.
  std::string help;
  std::vector<Fix> fixes;  ///< Best first.
};

/// Counts over the writer's own text: greeting, body and closing.
struct DraftStats {
  std::size_t words = 0;
  std::size_t sentences = 0;
  std::size_t paragraphs = 0;       ///< Of the body.
  std::size_t characters = 0;       ///< Code points, without line breaks.
  std::size_t reading_seconds = 0;  ///< At 238 words a minute (Brysbaert 2019), rounded up.
};

/// Something in the draft that meets an item of the checklist.
struct Evidence {
  SourceSpan span;
  std::string text;  ///< The decoded text at the place, whole.
  std::string what;  ///< What kind of thing it is, "a figure"; often empty.
};

/// Something that a mail of this stage wants or may have.
struct ChecklistItem {
  std::string item;       ///< "next step".
  bool required = false;  ///< The stage wants it; else it may be there.
  bool present = false;
  SourceSpan span;                 ///< The first evidence, or the empty place where it belongs.
  std::vector<Evidence> evidence;  ///< Of a present item, in order of the text.
};

/// Everything found in one draft. Findings are sorted by place, then by rule.
struct LintResult {
  StageGuess stage;
  std::string language;  ///< "en-US", "en-GB" or "en".
  DraftStats stats;
  std::vector<Finding> findings;
  std::vector<ChecklistItem> checklist;  ///< In the order of a letter; empty for a fragment.
  std::vector<std::string> notes;        ///< What was skipped and why; no period.
  std::vector<std::string> failures;     ///< What could not be checked at all; exit status 2.
  /// A limit was reached, so that part of the draft was not read: a finding says which; exit status
  /// 2.
  bool is_incomplete = false;
};

}  // namespace mailcheck
