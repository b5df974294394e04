#pragma once

// Runs one check over a source and shows its hits in the text, so that a failing test shows itself.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.hpp"
#include "checks/derived.hpp"
#include "checks/pattern_text.hpp"
#include "facts/facts.hpp"
#include "mail/draft.hpp"
#include "mail/source.hpp"
#include "spelling/speller.hpp"
#include "text/text.hpp"

namespace mailcheck {

struct CheckRun {
  std::string marked;                 ///< The draft's text with its hits as `{|…|}`.
  std::vector<Hit> hits;              ///< Faults, in order of the text.
  std::vector<Hit> evidence;          ///< That nothing is missing, as the check gives it.
  std::vector<std::string> repaired;  ///< The text after the first repair of each hit.
};

/// The check that `make` gives for `params`, run over `bytes`.
inline CheckRun run_check(Result<CheckFunction> (*make)(const Params&), const std::string& bytes,
                          const Params& params = {}, const GivenFacts& given = {}) {
  static const Speller speller({}, embedded_lexicon());
  const Source source{.path = "draft", .bytes = bytes};
  const Draft draft = parse_draft(source);
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, given);
  const PhraseMatches phrases;
  const Result<CheckFunction> check = make(params);
  if (!check)
    return {
        .marked = "error: " + check.error().message, .hits = {}, .evidence = {}, .repaired = {}};
  CheckRun run;
  const PatternText pattern_text(draft.text);
  const Derived derived;
  SearchBudget budget;
  for (Hit& hit : (*check)({draft, text, facts, phrases, speller, pattern_text, derived, budget}))
    (hit.kind == HitKind::fault ? run.hits : run.evidence).push_back(std::move(hit));
  const auto begin_of = [](const Hit& hit) { return std::get<TextSpan>(hit.place).begin; };
  std::stable_sort(run.hits.begin(), run.hits.end(), [&](const Hit& left, const Hit& right) {
    return begin_of(left) < begin_of(right);
  });
  std::size_t done = 0;
  for (const Hit& hit : run.hits) {
    const TextSpan span = std::get<TextSpan>(hit.place);
    run.marked.append(draft.text, done, span.begin - done).append("{|");
    run.marked.append(slice(draft.text, span)).append("|}");
    done = span.end;
    std::string repaired = draft.text;
    if (!hit.repairs.empty()) {
      // From the end, so that the offsets of those before stay right.
      std::vector<Edit> edits = hit.repairs.front().edits;
      std::reverse(edits.begin(), edits.end());
      for (const Edit& edit : edits)
        repaired.replace(edit.span.begin, edit.span.size(), edit.text);
    }
    run.repaired.push_back(std::move(repaired));
  }
  run.marked.append(draft.text, done, std::string::npos);
  return run;
}

/// `text` with every LF as CRLF.
inline std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text)
    out.append(c == '\n' ? "\r\n" : std::string(1, c));
  return out;
}

}  // namespace mailcheck
