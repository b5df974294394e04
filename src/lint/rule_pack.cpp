#include "lint/rule_pack.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/regex.hpp"
#include "base/utf8.hpp"
#include "checks/check.hpp"
#include "checks/phrase_compiler.hpp"
#include "lint/pack_bytes.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

constexpr std::uint32_t pack_magic = 0x5052434DU;  // "MCRP"
constexpr std::uint32_t pack_version = 2;

/// Rules of one pack; more is an error.
constexpr std::size_t rule_limit = 5000;

Error place_error(const ParamPlace& place, std::string message, std::size_t column_in_value = 0) {
  // The value begins after its quote.
  const std::size_t column = column_in_value == 0 ? place.column : place.column + column_in_value;
  return Error{std::move(message), place.file, place.line, column, 1, place.source_line};
}

/// Replaces the phrases of a rule by the number of their group in the book.
Result<Params> compile_phrases(const Rule& rule, const CheckKind& kind, PhraseBookBuilder& book,
                               const WordLists& lists) {
  Params params = rule.params;
  for (const std::string_view key : kind.phrase_keys) {
    const Result<std::vector<std::string>> phrases = rule.params.list(key);
    if (!phrases)
      return phrases.error();
    if (phrases->empty())
      continue;
    const PhraseGroup group{book.add_group(), true};
    for (std::size_t i = 0; i < phrases->size(); ++i) {
      const Result<void> added = book.add_phrase((*phrases)[i], lists);
      if (!added)
        return place_error(rule.params.item_place(key, i), added.error().message,
                           added.error().column);
    }
    params.set(std::string(key), group, rule.params.place(key));
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
  }
}

Params read_params(PackReader& pack) {
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
      default:
        params.set(std::move(key), PhraseGroup{pack.number(), true});
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

void write_rule(PackWriter& pack, const Rule& rule, const Params& params) {
  for (const std::string& text : {rule.id, rule.category, rule.message, rule.help, rule.check,
                                  rule.since, rule.rationale, rule.file, rule.checklist.item})
    pack.text(text);
  pack.number(static_cast<std::uint32_t>(rule.severity));
  write_stages(pack, rule.stages);
  write_stages(pack, rule.checklist.required);
  pack.list(rule.sources);
  pack.list(rule.disputed_by);
  pack.number(static_cast<std::uint32_t>(rule.examples.size()));
  for (const RuleExample& example : rule.examples) {
    pack.number(example.kind == RuleExample::Kind::bad ? 1 : 0);
    pack.text(example.text);
  }
  write_params(pack, params);
}

PackedRule read_rule(PackReader& pack) {
  PackedRule rule;
  for (std::string_view* text : {&rule.id, &rule.category, &rule.message, &rule.help, &rule.check,
                                 &rule.since, &rule.rationale, &rule.file, &rule.checklist_item})
    *text = pack.text();
  rule.severity = static_cast<Severity>(pack.number());
  rule.stages = read_stages(pack);
  rule.checklist_required = read_stages(pack);
  rule.sources = pack.list();
  rule.disputed_by = pack.list();
  for (std::uint32_t left = pack.number(); left > 0 && !pack.failed(); --left) {
    const bool bad = pack.number() != 0;
    rule.examples.push_back({bad, pack.text()});
  }
  rule.params = read_params(pack);
  return rule;
}

/// The parameters of a rule, compiled; everything wrong with them is found here.
Result<Params> compile_rule(const Rule& rule, PhraseBookBuilder& book, const WordLists& lists) {
  const CheckKind* kind = find_check(rule.check);
  assert(kind != nullptr);  // parse_rule has seen to it
  if (Result<void> tried = try_patterns(rule.params, *kind); !tried)
    return std::move(tried).error();
  Result<Params> params = compile_phrases(rule, *kind, book, lists);
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
  pack.number(pack_magic);
  pack.number(pack_version);
  pack.number(static_cast<std::uint32_t>(folder.rules.size()));
  PhraseBookBuilder book;
  for (const Rule& rule : folder.rules) {
    const Result<Params> params = compile_rule(rule, book, lists);
    if (!params)
      return params.error();
    write_rule(pack, rule, *params);
  }
  pack.number(static_cast<std::uint32_t>(folder.words.size()));
  for (const auto& [name, entries] : folder.words) {
    pack.text(name);
    pack.list(entries);
  }
  pack.words(book.finish());
  return pack.bytes();
}

Result<RulePack> RulePack::open(std::string_view bytes) {
  PackReader reader(bytes);
  if (reader.number() != pack_magic || reader.number() != pack_version)
    return Error{.message = "these are no compiled rules of this version"};
  RulePack pack;
  for (std::uint32_t left = reader.number(); left > 0 && !reader.failed(); --left)
    pack.rules_.push_back(read_rule(reader));
  for (std::uint32_t left = reader.number(); left > 0 && !reader.failed(); --left) {
    std::string name(reader.text());
    const std::vector<std::string_view> entries = reader.list();
    pack.word_lists_[std::move(name)] = {entries.begin(), entries.end()};
  }
  Result<PhraseBook> book = PhraseBook::open(reader.words());
  if (!book)
    return std::move(book).error();
  if (reader.failed())
    return Error{.message = "the compiled rules are damaged"};
  pack.phrases_ = *std::move(book);
  return pack;
}

}  // namespace mailcheck
