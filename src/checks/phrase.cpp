#include "checks/phrase.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "checks/own_text.hpp"
#include "checks/quotation.hpp"
#include "checks/stage_limit.hpp"
#include "checks/verbatim.hpp"
#include "checks/word_swap.hpp"
#include "checks/wordings.hpp"

namespace mailcheck {
namespace {

/// Regions whose text rules may look at, in order of a mail.
constexpr RegionKind readable_regions[] = {RegionKind::subject,  RegionKind::address_block,
                                           RegionKind::greeting, RegionKind::body,
                                           RegionKind::closing,  RegionKind::signature};

struct PhraseRule {
  Wordings wordings;
  PhraseGroup unless;
  PhraseGroup unless_sentence;
  std::size_t at_least = 1;
  bool sure_stage = false;
  bool unsigned_only = false;
  std::string replacement;
  bool replaces = false;
  std::map<std::string, std::string, std::less<>>
      replacements;  // By what was found, in lower case.
  WordSwap swap;
};

/// Whether a guard of the group stands, in part at least, within the tokens [first, last).
bool guarded(const Context& context, PhraseGroup group, TokenRange range) {
  const std::span<const PhraseMatch> guards = context.phrases.of(group);
  return std::any_of(guards.begin(), guards.end(), [&](const PhraseMatch& guard) {
    return guard.first < range.last && range.first < guard.last;
  });
}

bool silenced(const Context& context, const PhraseRule& rule, std::uint32_t token) {
  if (rule.unless.present && guarded(context, rule.unless, clause_of(context.text, token)))
    return true;
  const Sentence& sentence = context.text.sentences[context.text.tokens.all[token].sentence];
  return rule.unless_sentence.present &&
         guarded(context, rule.unless_sentence, {sentence.first_token, sentence.last_token});
}

/// The first token that ends after `offset`; none when the text has no further token.
std::optional<std::uint32_t> token_at(const Text& text, std::size_t offset) {
  const auto& tokens = text.tokens.all;
  const auto found = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.end <= offset; });
  if (found == tokens.end())
    return std::nullopt;
  return static_cast<std::uint32_t>(found - tokens.begin());
}

std::vector<TextSpan> find_spans(const Context& context, const PhraseRule& rule) {
  std::vector<TextSpan> spans;
  for (const PhraseMatch& match : rule.wordings.found_phrases(context))
    if (!silenced(context, rule, match.first))
      spans.push_back(match.span);
  for (const TextSpan span : rule.wordings.found_patterns(context)) {
    const std::optional<std::uint32_t> token = token_at(context.text, span.begin);
    if (!token || !silenced(context, rule, *token))
      spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end(), [](TextSpan a, TextSpan b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::size_t covered = 0;
  std::erase_if(spans, [&](TextSpan span) {
    if (span.begin < covered || is_code(context.draft, span) ||
        is_within_quotation(context.draft.text, span))
      return true;
    covered = span.end;
    return false;
  });
  return spans;
}

/// What to write instead of what was found; none when the rule does not say.
std::optional<std::string> replacement_of(const PhraseRule& rule, std::string_view found) {
  if (rule.replaces)
    return rule.replacement;
  if (rule.replacements.empty())
    return std::nullopt;
  const auto replacement = rule.replacements.find(to_lower(found));
  return replacement == rule.replacements.end() ? std::nullopt : std::optional(replacement->second);
}

/// Whether a given and a family name stand below the closing.
bool has_full_name(const Context& context) {
  const Region* signature = context.text.region(RegionKind::signature);
  if (signature == nullptr)
    return false;
  const std::string_view lines = slice(std::string_view(context.draft.text), signature->span);
  const std::size_t end = signature->span.begin + std::min(lines.find('\n'), lines.size());
  return count_words(context.text, {signature->span.begin, end}) > 1;
}

/// `text` instead of `span`, with its capital.
Repair repair_of(const Context& context, TextSpan span, const std::string& text) {
  const CodePoint first = decode_utf8(context.draft.text, span.begin);
  return {.edits = {{span, is_upper(first.value) ? capitalize(text) : text}}};
}

std::vector<Hit> run(const Context& context, const PhraseRule& rule) {
  std::vector<Hit> hits;
  if (rule.unsigned_only && has_full_name(context))
    return hits;
  const bool certain = !rule.sure_stage || is_sure(context.facts.stage);
  for (const TextSpan span : find_spans(context, rule)) {
    Hit hit{.place = span, .certain = certain};
    const std::string_view found = slice(std::string_view(context.draft.text), span);
    if (std::optional<WordSwap::Found> swap = rule.swap.find(context.text, span)) {
      hit.repairs.push_back(repair_of(context, swap->place, swap->text));
      hit.detail = std::move(swap->text);
    } else if (const std::optional<std::string> text = replacement_of(rule, found)) {
      hit.repairs.push_back(repair_of(context, span, *text));
    }
    hits.push_back(std::move(hit));
  }
  if (hits.size() < rule.at_least)
    hits.clear();
  return hits;
}

/// `replacements = ["wanna = want to"]`
Result<std::map<std::string, std::string, std::less<>>> replacement_map(const Params& params) {
  constexpr std::string_view separator = " = ";
  const Result<std::vector<std::string>> lines = params.list("replacements");
  if (!lines)
    return lines.error();
  std::map<std::string, std::string, std::less<>> map;
  for (const std::string& line : *lines) {
    const std::size_t at = line.find(separator);
    if (at == 0 || at == std::string::npos)
      return params.error_at("replacements",
                             fmt::format("a replacement reads “wanna = want to”, not “{}”", line));
    map[to_lower(line.substr(0, at))] = line.substr(at + separator.size());
  }
  return map;
}

}  // namespace

Result<std::vector<RegionKind>> region_list(const Params& params, std::string_view key,
                                            std::vector<RegionKind> fallback) {
  const Result<std::vector<std::string>> names = params.list(key);
  if (!names)
    return names.error();
  if (names->empty())
    return fallback;
  std::vector<RegionKind> regions;
  for (const std::string& name : *names) {
    const auto* found = std::find_if(std::begin(readable_regions), std::end(readable_regions),
                                     [&](RegionKind region) { return name_of(region) == name; });
    if (found == std::end(readable_regions))
      return params.error_at(key, fmt::format("there is no region “{}” that rules may read", name));
    regions.push_back(*found);
  }
  return regions;
}

Result<CheckFunction> make_phrase(const Params& params) {
  Result<Wordings> wordings = Wordings::from(params, {RegionKind::body}, "what to look for");
  if (!wordings)
    return std::move(wordings).error();
  const Result<PhraseGroup> unless = params.phrases("unless");
  if (!unless)
    return unless.error();
  const Result<PhraseGroup> unless_sentence = params.phrases("unless-sentence");
  if (!unless_sentence)
    return unless_sentence.error();
  const Result<std::int64_t> at_least = params.integer("at-least", 1, 1, 1000);
  if (!at_least)
    return at_least.error();
  const Result<bool> sure_stage = params.boolean("sure-stage", false);
  if (!sure_stage)
    return sure_stage.error();
  const Result<bool> unsigned_only = params.boolean("unsigned", false);
  if (!unsigned_only)
    return unsigned_only.error();
  Result<std::string> replacement = params.text("replace", "");
  if (!replacement)
    return replacement.error();
  Result<std::map<std::string, std::string, std::less<>>> replacements = replacement_map(params);
  if (!replacements)
    return std::move(replacements).error();
  Result<WordSwap> swap = WordSwap::from(params);
  if (!swap)
    return std::move(swap).error();
  // Shared, because a CheckFunction is copied and compiled patterns are not.
  auto rule = std::make_shared<PhraseRule>(PhraseRule{
      .wordings = *std::move(wordings),
      .unless = *unless,
      .unless_sentence = *unless_sentence,
      .at_least = static_cast<std::size_t>(*at_least),
      .sure_stage = *sure_stage,
      .unsigned_only = *unsigned_only,
      .replacement = *std::move(replacement),
      .replaces = params.values().contains("replace"),
      .replacements = *std::move(replacements),
      .swap = *std::move(swap),
  });
  return CheckFunction([rule](const Context& context) { return run(context, *rule); });
}

}  // namespace mailcheck
