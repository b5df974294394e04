#include "lint/lint.hpp"

#include <algorithm>
#include <cassert>
#include <exception>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "checks/check.hpp"
#include "checks/derived.hpp"
#include "checks/own_text.hpp"
#include "checks/pattern_text.hpp"
#include "lint/checklist.hpp"
#include "lint/toml.hpp"
#include "lint/waivers.hpp"
#include "mail/write_back.hpp"

namespace mailcheck {
namespace {

/// Code points of the draft that a message quotes.
constexpr std::size_t excerpt_limit = 60;
/// Mean silent reading rate of English prose, words a minute (Brysbaert 2019, "How many words do we
/// read per minute?", Journal of Memory and Language 109).
constexpr std::size_t reading_rate = 238;

/// The flagged text for a message: one line, not too long.
std::string excerpt(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  const std::string_view start = utf8_prefix(line, excerpt_limit);
  return start.size() == line.size() ? line : std::string(start) + "…";
}

std::string fill_in(std::string_view message, std::string_view match, std::string_view detail) {
  constexpr std::string_view match_slot = "{match}";
  constexpr std::string_view detail_slot = "{detail}";
  std::string text;
  while (!message.empty()) {
    if (message.starts_with(match_slot)) {
      text += match;
      message.remove_prefix(match_slot.size());
    } else if (message.starts_with(detail_slot)) {
      text += detail;
      message.remove_prefix(detail_slot.size());
    } else {
      text += message.front();
      message.remove_prefix(1);
    }
  }
  return text;
}

/// An edit of the draft as an edit of its file; none when it cannot be written there.
std::optional<Fix> fix_of(const Repair& repair, const Draft& draft, const Source& source) {
  Fix fix{.title = {}, .safe = repair.safe, .edits = {}};
  for (const Edit& edit : repair.edits) {
    std::optional<SourceChange> change = write_back(source, draft, edit.span, edit.text);
    if (!change)
      return std::nullopt;
    fix.edits.push_back({change->span, std::move(change->bytes)});
  }
  if (fix.edits.empty())
    return std::nullopt;
  const Edit& first = repair.edits.front();
  if (first.text.empty())
    fix.title = fmt::format("Remove “{}”", excerpt(slice(draft.text, first.span)));
  else if (first.span.empty())
    fix.title = fmt::format("Insert “{}”", excerpt(first.text));
  else
    fix.title = fmt::format("Replace with “{}”", excerpt(first.text));
  return fix;
}

/// A guess about the stage alone makes no error, a hit that is not certain no warning.
Severity severity_of(const Hit& hit, const ActiveRule& active, const Facts& facts) {
  const bool by_stage = !active.rule->stages.empty() && !facts.stage.given;
  const Severity highest = !hit.certain ? Severity::suggestion
                           : by_stage   ? Severity::warning
                                        : Severity::error;
  return std::min(active.severity, highest);
}

Finding finding_of(const Hit& hit, const ActiveRule& active, const Context& context,
                   const Source& source) {
  Finding finding;
  finding.rule = active.rule->id;
  finding.category = active.rule->category;
  finding.severity = severity_of(hit, active, context.facts);
  finding.help = active.rule->help;
  if (const auto* span = std::get_if<TextSpan>(&hit.place)) {
    finding.span = context.draft.map.to_source(*span);
    finding.text_span = *span;
    finding.region = context.text.region_at(span->begin);
    finding.text = slice(context.draft.text, *span);
  } else {
    finding.span = std::get<SourceSpan>(hit.place);
    const TextSpan body{context.draft.body.begin, context.draft.body.begin};
    const bool in_header = context.draft.has_header_block &&
                           finding.span.begin < context.draft.map.to_source(body).begin;
    finding.region = in_header ? RegionKind::header : RegionKind::body;
    finding.text = slice(source.bytes, finding.span);
  }
  finding.message = fill_in(active.rule->message, excerpt(finding.text), hit.detail);
  for (const Repair& repair : hit.repairs)
    if (std::optional<Fix> fix = fix_of(repair, context.draft, source))
      finding.fixes.push_back(*std::move(fix));
  return finding;
}

/// Why a waiver that was not used is wrong; empty when it may be right in another run, where a rule
/// that is off now is on.
std::string fault_of(const Waiver& waiver, const RuleSet& rules) {
  std::vector<std::string> names;
  bool is_known = false;
  for (const PackedRule* rule : rules.all()) {
    is_known = is_known || waiver.target == rule->id || waiver.target == rule->category;
    names.emplace_back(rule->id);
    names.emplace_back(rule->category);
  }
  if (!is_known)
    return fmt::format("there is no rule “{}”{}", waiver.target,
                       did_you_mean(waiver.target, names));
  const bool is_on =
      std::any_of(rules.active().begin(), rules.active().end(), [&](const ActiveRule& active) {
        return waiver.target == active.rule->id || waiver.target == active.rule->category;
      });
  return is_on ? fmt::format("“{}” has nothing to say here", waiver.target) : std::string();
}

/// A finding of this run, with what decides whether it stays.
struct Spoken {
  const PackedRule* rule;
  std::optional<std::uint32_t> sentence;  ///< Index into `Text::sentences`; none outside of them.
  std::vector<std::string> remarks;       ///< Of its hit.
};

std::optional<std::uint32_t> sentence_of(const Hit& hit, const Text& text) {
  const auto* span = std::get_if<TextSpan>(&hit.place);
  if (span == nullptr)
    return std::nullopt;
  const auto found = std::partition_point(
      text.sentences.begin(), text.sentences.end(),
      [&](const Sentence& sentence) { return sentence.span.end <= span->begin; });
  if (found == text.sentences.end() || span->end <= found->span.begin)
    return std::nullopt;
  return static_cast<std::uint32_t>(found - text.sentences.begin());
}

bool yields(const PackedRule& rule, const PackedRule& other) {
  // A category stands for its rules that do not yield themselves, so that no two silence each
  // other.
  return &rule != &other &&
         std::any_of(rule.yields_to.begin(), rule.yields_to.end(), [&](std::string_view name) {
           return name == other.id || (name == other.category && other.yields_to.empty());
         });
}

/// Takes out the findings of rules that are silent beside another's in the same sentence, and notes
/// the remarks of those that stay. `spoken` holds one for each finding.
void apply_yields(std::vector<Spoken> spoken, LintResult& result) {
  assert(spoken.size() == result.findings.size());
  std::map<std::uint32_t, std::vector<const PackedRule*>> by_sentence;
  for (const Spoken& one : spoken) {
    if (!one.sentence)
      continue;
    std::vector<const PackedRule*>& rules = by_sentence[*one.sentence];
    if (std::find(rules.begin(), rules.end(), one.rule) == rules.end())
      rules.push_back(one.rule);
  }
  std::size_t at = 0;
  std::erase_if(result.findings, [&](const Finding&) {
    Spoken& one = spoken[at++];
    if (one.sentence && !one.rule->yields_to.empty()) {
      const std::vector<const PackedRule*>& beside = by_sentence[*one.sentence];
      if (std::any_of(beside.begin(), beside.end(),
                      [&](const PackedRule* other) { return yields(*one.rule, *other); }))
        return true;
    }
    std::move(one.remarks.begin(), one.remarks.end(), std::back_inserter(result.notes));
    return false;
  });
}

/// Takes out what the draft's header waives, and reports waivers that waive nothing.
void apply_waivers_of(const Draft& draft, const Context& context, const RuleSet& rules,
                      const Source& source, LintResult& result) {
  std::vector<Waiver> waivers = waivers_of(draft);
  if (waivers.empty())
    return;
  apply_waivers(waivers, result.findings);
  const auto rule = std::find_if(
      rules.active().begin(), rules.active().end(),
      [](const ActiveRule& active) { return active.rule->check == unused_waiver_check; });
  if (rule == rules.active().end())
    return;
  for (const Waiver& waiver : waivers) {
    if (waiver.is_used)
      continue;
    if (std::string fault = fault_of(waiver, rules); !fault.empty())
      result.findings.push_back(
          finding_of({.place = waiver.span, .detail = std::move(fault)}, *rule, context, source));
  }
}

/// Runs a rule. What is thrown in a library takes this rule out and no other; it is named among the
/// failures.
std::vector<Hit> run_guarded(const ActiveRule& active, const Context& context,
                             std::vector<std::string>& failures) {
  try {
    return active.run(context);
  } catch (const std::exception& error) {
    failures.push_back(
        fmt::format("the rule “{}” could not be checked ({})", active.rule->id, error.what()));
    return {};
  }
}

DraftStats stats_of(const Draft& draft, const Text& text) {
  DraftStats stats;
  stats.words = count_own_words(text);
  for (const Sentence& sentence : text.sentences)
    stats.sentences += is_own(sentence.region) ? 1U : 0U;
  for (const Paragraph& paragraph : text.paragraphs) {
    stats.paragraphs += paragraph.region == RegionKind::body ? 1U : 0U;
    if (!is_own(paragraph.region))
      continue;
    const std::string_view bytes = slice(draft.text, paragraph.span);
    stats.characters += count_code_points(bytes) -
                        static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  }
  stats.reading_seconds = (stats.words * 60 + reading_rate - 1) / reading_rate;
  return stats;
}

std::vector<std::string> notes_of(const Draft& draft, const Text& text) {
  std::vector<std::string> notes;
  for (const Note& note : draft.notes)
    notes.push_back(note.message);
  if (text.quoted_lines > 0)
    notes.push_back(text.quoted_lines == 1
                        ? std::string("1 quoted line was not checked")
                        : fmt::format("{} quoted lines were not checked", text.quoted_lines));
  return notes;
}

void sort_and_limit(LintResult& result) {
  std::vector<Finding>& findings = result.findings;
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.span.begin, a.span.end, a.rule) < std::tie(b.span.begin, b.span.end, b.rule);
  });
  const auto same = [](const Finding& a, const Finding& b) {
    return a.span == b.span && a.rule == b.rule;
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  if (findings.size() <= finding_limit)
    return;
  result.notes.push_back(fmt::format("{} more findings are not shown; {} is the limit",
                                     findings.size() - finding_limit, finding_limit));
  findings.resize(finding_limit);
}

bool checks_spelling(const RuleSet& rules) {
  return std::any_of(rules.active().begin(), rules.active().end(),
                     [](const ActiveRule& active) { return active.rule->check == "misspelling"; });
}

std::string language_of(const GivenFacts& given) {
  return given.language.empty() ? "en" : given.language;
}

/// What can be said of a draft that is not read: the rule about limits says why. Where that rule is
/// off it is a failure, since nobody may take the draft for a clean one.
LintResult too_large(const Source& source, const RuleSet& rules, const GivenFacts& given,
                     const Speller& speller) {
  LintResult result;
  result.language = language_of(given);
  result.is_incomplete = true;
  Draft draft;
  draft.notes.push_back(
      {NoteKind::limit_reached,
       {},
       fmt::format("The mail is larger than {} bytes and was not checked", draft_size_limit)});
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, given);
  SearchBudget budget;
  const PhraseMatches phrases = rules.match_phrases(draft, text, budget);
  const PatternText pattern_text(draft.text);
  const Derived derived;
  const Context context{draft, text, facts, phrases, speller, pattern_text, derived, budget};
  for (const ActiveRule& active : rules.active()) {
    if (active.rule->check != "note")
      continue;
    for (const Hit& hit : active.run(context))
      result.findings.push_back(finding_of(hit, active, context, source));
  }
  result.stage = facts.stage;
  if (result.findings.empty())
    result.failures.push_back(
        fmt::format("larger than {} bytes and not checked", draft_size_limit));
  return result;
}

}  // namespace

LintResult lint_source(const Source& source, const RuleSet& rules, const GivenFacts& given,
                       const Speller& speller) {
  if (source.is_too_large || source.bytes.size() > draft_size_limit)
    return too_large(source, rules, given, speller);
  LintResult result;
  result.language = language_of(given);
  const Draft draft = parse_draft(source);
  const Text text = analyze(draft);
  const Facts facts = gather_facts(draft, text, given);
  SearchBudget budget;
  const PhraseMatches phrases = rules.match_phrases(draft, text, budget);
  const PatternText pattern_text(draft.text);
  const Derived derived;
  const Context context{draft, text, facts, phrases, speller, pattern_text, derived, budget};

  if (budget.gave_up())
    result.failures.emplace_back(
        "the phrases of your own rules take too many steps in this draft; they were not searched "
        "to the end");
  std::vector<Spoken> spoken;
  for (const ActiveRule& active : rules.active()) {
    const std::vector<Stage>& stages = active.rule->stages;
    if (!stages.empty() &&
        std::find(stages.begin(), stages.end(), facts.stage.stage) == stages.end())
      continue;
    if (!active.may_speak(phrases, pattern_text))
      continue;
    budget.begin_rule(active.origin);
    const std::vector<Hit> hits = run_guarded(active, context, result.failures);
    if (budget.gave_up())
      result.failures.push_back(
          fmt::format("the patterns of the rule “{}” take too many steps in this draft; they were "
                      "not searched to the end",
                      active.rule->id));
    for (const Hit& hit : hits) {
      if (hit.kind == HitKind::fault) {
        result.findings.push_back(finding_of(hit, active, context, source));
        spoken.push_back({active.rule, sentence_of(hit, text), hit.remarks});
      }
    }
    add_to_checklist(result.checklist, *active.rule, facts.stage.stage, hits, draft);
  }
  apply_yields(std::move(spoken), result);
  sort_checklist(result.checklist);
  apply_waivers_of(draft, context, rules, source, result);
  result.stage = facts.stage;
  result.stats = stats_of(draft, text);
  const std::vector<std::string> reading_notes = notes_of(draft, text);
  result.notes.insert(result.notes.begin(), reading_notes.begin(), reading_notes.end());
  result.is_incomplete = has_note(draft.notes, NoteKind::limit_reached);
  if (checks_spelling(rules)) {
    if (std::string problem = speller.problem(); !problem.empty())
      result.failures.push_back(std::move(problem));
  }
  sort_and_limit(result);
  return result;
}

}  // namespace mailcheck
