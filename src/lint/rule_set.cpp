#include "lint/rule_set.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/once.hpp"
#include "base/regex.hpp"
#include "checks/any_language.hpp"
#include "checks/pattern_text.hpp"
#include "lint/rule_folder.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

bool names(const std::vector<std::string>& targets, const PackedRule& rule) {
  return std::any_of(targets.begin(), targets.end(), [&](const std::string& target) {
    return target == rule.id || target == rule.category;
  });
}

Error at(const ParamPlace& place, std::size_t length, std::string message) {
  return Error{std::move(message), place.file, place.line, place.column, length, place.source_line};
}

/// Severities whose rules the configuration may name all at once.
constexpr Severity levels[] = {Severity::error, Severity::warning, Severity::suggestion};

/// Everything that `--select` and `--ignore` may name: rules and categories.
std::vector<std::string> known_targets(const std::vector<const PackedRule*>& rules) {
  std::vector<std::string> targets(std::begin(rule_categories), std::end(rule_categories));
  for (const PackedRule* rule : rules) {
    targets.emplace_back(rule->id);
    targets.emplace_back(rule->category);
  }
  return targets;
}

Result<void> check_target(const std::string& target, const std::vector<std::string>& known,
                          const ParamPlace& place) {
  if (std::find(known.begin(), known.end(), target) != known.end())
    return {};
  return at(place, target.size(),
            fmt::format("there is no rule “{}”{}", target, did_you_mean(target, known)));
}

/// The names in the configuration are rules or categories; options belong to a rule.
Result<void> check_targets(const Config& config, const std::vector<const PackedRule*>& rules) {
  const std::vector<std::string> known = known_targets(rules);
  std::vector<std::string> with_levels = known;
  for (const Severity level : levels)
    with_levels.emplace_back(name_of(level));
  for (const SeverityChoice& choice : config.severities)
    if (Result<void> checked = check_target(choice.target, with_levels, choice.place); !checked)
      return checked;
  for (const auto* targets : {&config.select, &config.ignore})
    for (const std::string& target : *targets)
      if (Result<void> checked = check_target(target, known, {}); !checked)
        return checked;
  for (const ConfigWaiver& waiver : config.waivers)
    if (Result<void> checked = check_target(waiver.target, known, waiver.place); !checked)
      return checked;
  std::vector<std::string> ids;
  ids.reserve(rules.size());
  for (const PackedRule* rule : rules)
    ids.emplace_back(rule->id);
  for (const auto& [id, params] : config.options) {
    const auto place = config.option_places.find(id);
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
      return at(
          place == config.option_places.end() ? ParamPlace{} : place->second, id.size(),
          fmt::format("[options.{}]: there is no rule “{}”{}", id, id, did_you_mean(id, ids)));
  }
  return {};
}

// Only the first pack came with the program.
PatternOrigin origin_of(const RulePack& pack, const RulePack& first) {
  return &pack == &first ? PatternOrigin::shipped : PatternOrigin::own;
}

/// The parameters of a rule with the user's options over them, phrase groups counted over all
/// packs.
Result<Params> merged_params(const PackedRule& rule, const Params& options,
                             std::size_t first_group) {
  Params merged = rule.params(static_cast<std::uint32_t>(first_group));
  const CheckKind* kind = find_check(rule.check);
  for (const auto& [key, value] : options.values()) {
    const auto& patterns = kind->pattern_keys;
    if (std::find(patterns.begin(), patterns.end(), key) != patterns.end())
      return options.error_at(
          key, fmt::format("“{}” holds patterns, which can only be given in a rule file", key));
    merged.set(key, value, options.place(key));
  }
  return merged;
}

/// The check of a rule with the user's options, all of which it must know.
Result<CheckFunction> make_check(const PackedRule& rule, const Params& options,
                                 std::size_t first_group) {
  const Result<Params> params = merged_params(rule, options, first_group);
  if (!params)
    return params.error();
  Result<CheckFunction> check = find_check(rule.check)->make(*params);
  if (!check)
    return check;
  if (const std::vector<std::string> unused = params->unused(); !unused.empty())
    return params->error_at(
        unused.front(), fmt::format("the rule “{}” has no option “{}”", rule.id, unused.front()));
  return check;
}

}  // namespace

/// The check of a rule, made when a draft first needs it: most drafts need few.
class LazyCheck {
 public:
  /// A check whose parameters were tried when the rules were compiled, or that is made already.
  void set(const PackedRule& rule, std::size_t first_group) {
    rule_ = &rule;
    first_group_ = first_group;
  }
  void set(CheckFunction made) { check_ = std::move(made); }

  const CheckFunction& get() {
    if (rule_ != nullptr)
      once_.call([this] { make(); });
    return check_;
  }

 private:
  void make() {
    const Params params = rule_->params(static_cast<std::uint32_t>(first_group_));
    Result<CheckFunction> check = find_check(rule_->check)->make(params);
    assert(check.has_value());
    check_ = *std::move(check);
  }

  const PackedRule* rule_ = nullptr;
  std::size_t first_group_ = 0;
  Once once_;
  CheckFunction check_;
};

RuleSet::RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

bool ActiveRule::may_speak(const PhraseMatches& phrases, const PatternText& text) const {
  const RuleNeeds& needs = rule->needs;
  if (!needs.wording)
    return true;
  PhraseGroup group = needs.phrases;
  group.index += static_cast<std::uint32_t>(first_group);
  return !phrases.of(group).empty() || needs.may_match(text);
}

std::vector<Hit> ActiveRule::run(const Context& context) const {
  return check->get()(context);
}

Result<RuleSet> RuleSet::build(std::string_view shipped, const FileSystem& files,
                               const Config& config) {
  RuleSet set;
  set.severities_ = config.severities;
  set.select_ = config.select;
  set.ignore_ = config.ignore;
  set.options_ = config.options;
  if (Result<void> added = set.add_pack(shipped); !added)
    return std::move(added).error();
  for (const std::string& path : config.rule_paths) {
    const Result<RuleFolder> folder = read_rule_folder(files, path);
    if (!folder)
      return folder.error();
    for (const Rule& rule : folder->rules)
      if (set.find(rule.id) != nullptr)
        return Error{.message = fmt::format("there is a rule “{}” already", rule.id),
                     .file = rule.file};
    Result<std::string> pack = compile_rules(*folder, set.packs_.front()->word_lists());
    if (!pack)
      return std::move(pack).error();
    set.own_packs_.push_back(std::make_unique<std::string>(*std::move(pack)));
    if (Result<void> added = set.add_pack(*set.own_packs_.back()); !added)
      return std::move(added).error();
  }
  const bool names_rules = !config.severities.empty() || !config.select.empty() ||
                           !config.ignore.empty() || !config.options.empty() ||
                           !config.waivers.empty();
  if (names_rules) {
    if (Result<void> checked = check_targets(config, set.all()); !checked)
      return std::move(checked).error();
  }
  if (Result<void> activated = set.activate(config); !activated)
    return std::move(activated).error();
  return set;
}

Result<void> RuleSet::add_pack(std::string_view bytes) {
  Result<RulePack> pack = RulePack::open(bytes);
  if (!pack)
    return std::move(pack).error();
  packs_.push_back(std::make_unique<RulePack>(*std::move(pack)));
  return {};
}

Result<void> RuleSet::activate(const Config& config) {
  // The rules of the program are in English; what language the user's are in is the user's choice.
  const bool only_counting = config.language && !config.language->is_english();
  std::size_t rules = 0;
  for (const std::unique_ptr<RulePack>& pack : packs_)
    rules += pack->rules().size();
  checks_ = std::vector<LazyCheck>(rules);
  active_.reserve(rules);
  std::size_t first_group = 0;
  for (const std::unique_ptr<RulePack>& pack : packs_) {
    const PatternOrigin origin = origin_of(*pack, *packs_.front());
    for (const PackedRule& rule : pack->rules()) {
      if (only_counting && pack == packs_.front() && !works_in_any_language(rule.check))
        continue;
      const auto options =
          config.options.empty() ? config.options.end() : config.options.find(std::string(rule.id));
      const Severity severity = severity_of(rule);
      LazyCheck& check = checks_[active_.size()];
      if (options != config.options.end()) {
        Result<CheckFunction> made = make_check(rule, options->second, first_group);
        if (!made)
          return std::move(made).error();
        check.set(*std::move(made));
      }
      if (severity == Severity::off)
        continue;
      if (options == config.options.end())
        check.set(rule, first_group);
      active_.push_back({&rule, severity, &check, first_group, origin});
    }
    first_group += pack->phrases().group_count();
  }
  const auto by_id = [](const ActiveRule& a, const ActiveRule& b) {
    return a.rule->id < b.rule->id;
  };
  // A pack has its rules in this order; only the user's own stand behind.
  if (!std::is_sorted(active_.begin(), active_.end(), by_id))
    std::sort(active_.begin(), active_.end(), by_id);
  return {};
}

std::optional<std::int64_t> RuleSet::number_of(std::string_view id,
                                               std::initializer_list<std::string_view> keys) const {
  const auto active = std::find_if(active_.begin(), active_.end(),
                                   [&](const ActiveRule& one) { return one.rule->id == id; });
  if (active == active_.end())
    return std::nullopt;
  const auto options = options_.find(std::string(id));
  const Result<Params> params =
      merged_params(*active->rule, options == options_.end() ? Params() : options->second, 0);
  if (!params)
    return std::nullopt;
  for (const std::string_view key : keys) {
    const auto found = params->values().find(std::string(key));
    if (found == params->values().end())
      continue;
    if (const std::int64_t* number = std::get_if<std::int64_t>(&found->second))
      return *number;
  }
  return std::nullopt;
}

std::vector<const PackedRule*> RuleSet::all() const {
  std::vector<const PackedRule*> rules;
  for (const std::unique_ptr<RulePack>& pack : packs_)
    for (const PackedRule& rule : pack->rules())
      rules.push_back(&rule);
  const auto order = [](const PackedRule& rule) {
    return std::find(std::begin(rule_categories), std::end(rule_categories), rule.category) -
           std::begin(rule_categories);
  };
  std::sort(rules.begin(), rules.end(), [&](const PackedRule* a, const PackedRule* b) {
    return order(*a) != order(*b) ? order(*a) < order(*b) : a->id < b->id;
  });
  return rules;
}

const PackedRule* RuleSet::find(std::string_view id) const {
  for (const std::unique_ptr<RulePack>& pack : packs_)
    for (const PackedRule& rule : pack->rules())
      if (rule.id == id)
        return &rule;
  return nullptr;
}

Severity RuleSet::severity_of(const PackedRule& rule) const {
  const bool selected_by_id = std::find(select_.begin(), select_.end(), rule.id) != select_.end();
  if ((!select_.empty() && !names(select_, rule)) || names(ignore_, rule))
    return Severity::off;
  std::optional<Severity> by_rule;
  std::optional<Severity> by_category;
  std::optional<Severity> by_level;
  for (const SeverityChoice& choice : severities_) {
    if (choice.target == rule.id)
      by_rule = choice.severity;
    if (choice.target == rule.category)
      by_category = choice.severity;
    if (choice.target == name_of(rule.severity))
      by_level = choice.severity;
  }
  if (by_rule)
    return *by_rule;
  if (rule.severity == Severity::off)  // off by default: only its own name turns it on
    return selected_by_id ? Severity::suggestion : Severity::off;
  return by_category.value_or(by_level.value_or(rule.severity));
}

PhraseMatches RuleSet::match_phrases(const Draft& draft, const Text& text,
                                     SearchBudget& budget) const {
  std::size_t groups = 0;
  for (const std::unique_ptr<RulePack>& pack : packs_)
    groups += pack->phrases().group_count();
  PhraseMatches matches(groups);
  std::size_t first_group = 0;
  for (const std::unique_ptr<RulePack>& pack : packs_) {
    budget.begin_rule(origin_of(*pack, *packs_.front()));
    pack->phrases().match(draft.text, text, matches, first_group, budget);
    first_group += pack->phrases().group_count();
  }
  return matches;
}

}  // namespace mailcheck
