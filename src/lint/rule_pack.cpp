#include "lint/rule_pack.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/regex.hpp"
#include "base/utf8.hpp"
#include "checks/check.hpp"
#include "checks/pattern_text.hpp"
#include "checks/phrase_compiler.hpp"
#include "lint/pack_bytes.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

constexpr std::uint32_t pack_magic = 0x5052434DU;  // "MCRP"
constexpr std::uint32_t pack_version = 4;

Error place_error(const ParamPlace& place, std::string message, std::size_t column_in_value = 0) {
  // The value begins after its quote.
  const std::size_t column = column_in_value == 0 ? place.column : place.column + column_in_value;
  return Error{std::move(message), place.file, place.line, column, 1, place.source_line};
}

/// The phrases that one line stands for: a line that only names a word list, “{blame}”, stands for
/// each of its entries, so that each is found by its own rarest word.
std::vector<std::string> phrases_of(const std::string& line, const WordLists& lists) {
  if (line.starts_with('{') && line.ends_with('}'))
    if (const auto list = lists.find(line.substr(1, line.size() - 2)); list != lists.end())
      return list->second;
  return {line};
}

/// Groups of the book by the phrases that they were given as: rules that share a list share its
/// group.
using KnownGroups = std::map<std::vector<std::string>, PhraseGroup>;

/// The book of one pack while it is made.
struct BookMaker {
  const WordLists& lists;
  PhraseBookBuilder builder = {};
  KnownGroups known = {};
};

Result<PhraseGroup> group_of(const Params& params, std::string_view key,
                             const std::vector<std::string>& lines, BookMaker& book) {
  const auto [known, is_new] = book.known.try_emplace(lines);
  if (!is_new)
    return known->second;
  known->second = {book.builder.add_group(), true};
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const std::string& phrase : phrases_of(lines[i], book.lists)) {
      const Result<void> added = book.builder.add_phrase(phrase, book.lists);
      if (added)
        continue;
      const bool is_entry = phrase != lines[i];
      return place_error(
          params.item_place(key, i),
          is_entry ? fmt::format("in {}, “{}”: {}", lines[i], phrase, added.error().message)
                   : added.error().message,
          is_entry ? 1 : added.error().column);
    }
  return known->second;
}

/// Replaces the phrases of a rule by the number of their group in the book.
Result<Params> compile_phrases(const Rule& rule, const CheckKind& kind, BookMaker& book) {
  Params params = rule.params;
  for (const std::string_view key : kind.phrase_keys) {
    const Result<std::vector<std::string>> phrases = rule.params.list(key);
    if (!phrases)
      return phrases.error();
    if (phrases->empty())
      continue;
    const Result<PhraseGroup> group = group_of(rule.params, key, *phrases, book);
    if (!group)
      return group.error();
    params.set(std::string(key), *group, rule.params.place(key));
  }
  return params;
}

/// Replaces the patterns of a rule by patterns that know their needs.
Result<Params> analyze_patterns(Params params, const CheckKind& kind) {
  for (const std::string_view key : kind.pattern_keys) {
    Result<std::vector<PatternSource>> patterns = params.patterns(key);
    if (!patterns)
      return std::move(patterns).error();
    if (!patterns->empty())
      params.set(std::string(key), *std::move(patterns), params.place(key));
  }
  return params;
}

Result<void> try_patterns(const Params& params, const CheckKind& kind) {
  for (const std::string_view key : kind.pattern_keys) {
    const Result<std::vector<std::string>> patterns = params.list(key);
    if (!patterns)
      return patterns.error();
    for (std::size_t i = 0; i < patterns->size(); ++i) {
      const Result<Regex> regex = Regex::compile((*patterns)[i]);
      if (!regex)
        return place_error(params.item_place(key, i), regex.error().message, regex.error().column);
      if (regex->matches_empty())
        return place_error(params.item_place(key, i), "the pattern matches the empty text");
    }
  }
  return {};
}

void write_needs(PackWriter& pack, const PatternNeeds& needs) {
  pack.number(needs.case_matters ? 1 : 0);
  pack.text(needs.texts);
}

PatternNeeds read_needs(PackReader& pack) {
  const bool case_matters = pack.number() != 0;
  return {case_matters, std::string(pack.text())};
}

void write_patterns(PackWriter& pack, const std::vector<PatternSource>& patterns) {
  pack.number(static_cast<std::uint32_t>(patterns.size()));
  for (const PatternSource& pattern : patterns) {
    pack.text(pattern.source);
    write_needs(pack, pattern.needs);
  }
}

std::vector<PatternSource> read_patterns(PackReader& pack) {
  std::vector<PatternSource> patterns;
  for (std::uint32_t left = pack.number(); left > 0 && !pack.failed(); --left) {
    std::string source(pack.text());
    patterns.push_back({std::move(source), read_needs(pack)});
  }
  return patterns;
}

void write_params(PackWriter& pack, const Params& params) {
  pack.number(static_cast<std::uint32_t>(params.values().size()));
  for (const auto& [key, value] : params.values()) {
    pack.text(key);
    pack.number(static_cast<std::uint32_t>(value.index()));
    if (const auto* text = std::get_if<std::string>(&value))
      pack.text(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&value))
      pack.integer(*integer);
    if (const auto* boolean = std::get_if<bool>(&value))
      pack.number(*boolean ? 1 : 0);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
      pack.list(*list);
    if (const auto* group = std::get_if<PhraseGroup>(&value))
      pack.number(group->index);
    if (const auto* patterns = std::get_if<std::vector<PatternSource>>(&value))
      write_patterns(pack, *patterns);
  }
}

Params read_params(PackReader& pack, std::uint32_t first_group) {
  Params params;
  for (std::uint32_t left = pack.number(); left > 0 && !pack.failed(); --left) {
    std::string key(pack.text());
    switch (pack.number()) {
      case 0:
        params.set(std::move(key), std::string(pack.text()));
        break;
      case 1:
        params.set(std::move(key), pack.integer());
        break;
      case 2:
        params.set(std::move(key), pack.number() != 0);
        break;
      case 3: {
        const std::vector<std::string_view> items = pack.list();
        params.set(std::move(key), std::vector<std::string>(items.begin(), items.end()));
        break;
      }
      case 4:
        params.set(std::move(key), PhraseGroup{first_group + pack.number(), true});
        break;
      default:
        params.set(std::move(key), read_patterns(pack));
        break;
    }
  }
  return params;
}

void write_stages(PackWriter& pack, const std::vector<Stage>& stages) {
  pack.number(static_cast<std::uint32_t>(stages.size()));
  for (const Stage stage : stages)
    pack.number(static_cast<std::uint32_t>(stage));
}

std::vector<Stage> read_stages(PackReader& pack) {
  std::vector<Stage> stages;
  for (std::uint32_t left = pack.number(); left > 0 && !pack.failed(); --left)
    stages.push_back(static_cast<Stage>(pack.number()));
  return stages;
}

void write_details(PackWriter& pack, const Rule& rule) {
  for (const std::string& text : {rule.since, rule.rationale, rule.file})
    pack.text(text);
  pack.list(rule.sources);
  pack.list(rule.disputed_by);
  pack.number(static_cast<std::uint32_t>(rule.examples.size()));
  for (const RuleExample& example : rule.examples) {
    pack.number(example.kind == RuleExample::Kind::bad ? 1 : 0);
    pack.text(example.text);
  }
}

/// Only `phrases` and `patterns` say what a check is about; its other wordings silence it.
void write_rule_needs(PackWriter& pack, const Params& params, const CheckKind& kind) {
  const Result<PhraseGroup> phrases = params.phrases("phrases");
  const Result<std::vector<PatternSource>> patterns = params.patterns("patterns");
  const bool needs_wording = kind.needs_wording && phrases && patterns;
  pack.number(needs_wording ? 1 : 0);
  pack.number(needs_wording && phrases->present ? phrases->index + 1 : 0);
  PackWriter needs;
  if (needs_wording) {
    for (const PatternSource& pattern : *patterns)
      write_needs(needs, pattern.needs);
  }
  pack.text(needs.bytes());
}

RuleNeeds read_rule_needs(PackReader& pack) {
  RuleNeeds needs;
  needs.wording = pack.number() != 0;
  const std::uint32_t group = pack.number();
  if (group > 0)
    needs.phrases = {group - 1, true};
  needs.pattern_bytes = pack.text();
  return needs;
}

/// What every run reads of a rule, and where the rest of it stands in `details` and `params`.
void write_rule(PackWriter& pack, const Rule& rule, const Params& params, PackWriter& details,
                PackWriter& params_of_all) {
  for (const std::string& text :
       {rule.id, rule.category, rule.message, rule.help, rule.check, rule.checklist.item})
    pack.text(text);
  pack.number(static_cast<std::uint32_t>(rule.severity));
  write_stages(pack, rule.stages);
  write_stages(pack, rule.checklist.required);
  pack.list(rule.yields_to);
  const CheckKind* kind = find_check(rule.check);
  write_rule_needs(pack, params, *kind);
  pack.number(static_cast<std::uint32_t>(details.bytes().size()));
  write_details(details, rule);
  pack.number(static_cast<std::uint32_t>(params_of_all.bytes().size()));
  write_params(params_of_all, params);
}

PackedRule read_rule(PackReader& pack) {
  PackedRule rule;
  for (std::string_view* text :
       {&rule.id, &rule.category, &rule.message, &rule.help, &rule.check, &rule.checklist_item})
    *text = pack.text();
  rule.severity = static_cast<Severity>(pack.number());
  rule.stages = read_stages(pack);
  rule.checklist_required = read_stages(pack);
  rule.yields_to = pack.list();
  rule.needs = read_rule_needs(pack);
  return rule;
}

std::vector<const Rule*> sorted_by_id(const std::vector<Rule>& rules) {
  std::vector<const Rule*> sorted;
  sorted.reserve(rules.size());
  for (const Rule& rule : rules)
    sorted.push_back(&rule);
  std::sort(sorted.begin(), sorted.end(),
            [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return sorted;
}

/// The parameters of a rule, compiled; everything wrong with them is found here.
Result<Params> compile_rule(const Rule& rule, BookMaker& book) {
  const CheckKind* kind = find_check(rule.check);
  assert(kind != nullptr);  // parse_rule has seen to it
  if (Result<void> tried = try_patterns(rule.params, *kind); !tried)
    return std::move(tried).error();
  Result<Params> phrases = compile_phrases(rule, *kind, book);
  if (!phrases)
    return phrases;
  Result<Params> params = analyze_patterns(*std::move(phrases), *kind);
  if (!params)
    return params;
  Result<CheckFunction> check = kind->make(*params);
  if (!check) {
    Error error = std::move(check).error();
    if (error.file.empty())
      error.file = rule.file;
    return error;
  }
  const std::vector<std::string> unused = params->unused();
  if (!unused.empty())
    return params->error_at(unused.front(), fmt::format("the check “{}” has no parameter “{}”",
                                                        rule.check, unused.front()));
  return params;
}

}  // namespace

Result<std::string> compile_rules(const RuleFolder& folder, const WordLists& shipped) {
  if (folder.rules.size() > rule_limit)
    return Error{.message = fmt::format("there are more than {} rules", rule_limit)};
  WordLists lists = folder.words;
  lists.insert(shipped.begin(), shipped.end());

  PackWriter pack;
  PackWriter details;
  PackWriter params_of_all;
  pack.number(pack_magic);
  pack.number(pack_version);
  pack.number(static_cast<std::uint32_t>(folder.rules.size()));
  BookMaker book{lists};
  for (const Rule* rule : sorted_by_id(folder.rules)) {
    const Result<Params> params = compile_rule(*rule, book);
    if (!params)
      return params.error();
    write_rule(pack, *rule, *params, details, params_of_all);
  }
  PackWriter word_lists;
  word_lists.number(static_cast<std::uint32_t>(folder.words.size()));
  for (const auto& [name, entries] : folder.words) {
    word_lists.text(name);
    word_lists.list(entries);
  }
  pack.words(book.builder.finish());
  for (const PackWriter* section : {&params_of_all, &word_lists, &details})
    pack.text(section->bytes());
  return pack.bytes();
}

RuleDetails PackedRule::details() const {
  PackReader pack(details_bytes_);
  RuleDetails details;
  for (std::string_view* text : {&details.since, &details.rationale, &details.file})
    *text = pack.text();
  details.sources = pack.list();
  details.disputed_by = pack.list();
  for (std::uint32_t left = pack.number(); left > 0 && !pack.failed(); --left) {
    const bool bad = pack.number() != 0;
    details.examples.push_back({bad, pack.text()});
  }
  return details;
}

bool RuleNeeds::may_match(const PatternText& text) const {
  for (PackReader pack(pattern_bytes); !pack.at_end();) {
    const bool case_matters = pack.number() != 0;
    if (text.may_match(case_matters, pack.text()))
      return true;
  }
  return false;
}

Params PackedRule::params(std::uint32_t first_group) const {
  PackReader pack(params_bytes_);
  return read_params(pack, first_group);
}

Result<RulePack> RulePack::open(std::string_view bytes) {
  PackReader reader(bytes);
  if (reader.number() != pack_magic || reader.number() != pack_version)
    return Error{.message = "these are no compiled rules of this version"};
  RulePack pack;
  const std::uint32_t count = reader.number();
  if (count > rule_limit)
    return Error{.message = "the compiled rules are damaged"};
  pack.rules_.reserve(count);
  std::vector<std::pair<std::size_t, std::size_t>> places;  // of the details and the parameters
  places.reserve(count);
  for (std::uint32_t left = count; left > 0 && !reader.failed(); --left) {
    pack.rules_.push_back(read_rule(reader));
    const std::size_t details = reader.number();
    places.emplace_back(details, reader.number());
  }
  Result<PhraseBook> book = PhraseBook::open(reader.words());
  if (!book)
    return std::move(book).error();
  const std::string_view params = reader.text();
  pack.word_lists_ = reader.text();
  const std::string_view details = reader.text();
  if (reader.failed())
    return Error{.message = "the compiled rules are damaged"};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto [details_at, params_at] = places[i];
    pack.rules_[i].details_bytes_ = details.substr(std::min(details_at, details.size()));
    pack.rules_[i].params_bytes_ = params.substr(std::min(params_at, params.size()));
  }
  pack.phrases_ = *std::move(book);
  return pack;
}

WordLists RulePack::word_lists() const {
  PackReader reader(word_lists_);
  WordLists lists;
  for (std::uint32_t left = reader.number(); left > 0 && !reader.failed(); --left) {
    std::string name(reader.text());
    const std::vector<std::string_view> entries = reader.list();
    lists[std::move(name)] = {entries.begin(), entries.end()};
  }
  return lists;
}

}  // namespace mailcheck
