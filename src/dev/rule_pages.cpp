#include "dev/rule_pages.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checks/check.hpp"

namespace mailcheck::dev {
namespace {

std::string stages_of(const Rule& rule) {
  if (rule.stages.empty())
    return "all";
  std::string stages;
  for (const Stage stage : rule.stages)
    stages += (stages.empty() ? "" : ", ") + std::string(name_of(stage));
  return stages;
}

/// Sources as a list; one without an address stands as it is.
std::string links(const std::vector<std::string>& sources) {
  std::string list;
  for (const std::string& url : sources)
    list += url.starts_with("http") ? fmt::format("- <{}>\n", url) : fmt::format("- {}\n", url);
  return list;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("\n ");
  if (begin == std::string_view::npos)
    return {};
  return std::string(text.substr(begin, text.find_last_not_of("\n ") - begin + 1));
}

/// A fence longer than any run of backticks in the text.
std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos)
    fence += '`';
  return fmt::format("{0}text\n{1}\n{0}\n", fence, trimmed(text));
}

std::string examples(const Rule& rule, RuleExample::Kind kind) {
  std::string list;
  for (const RuleExample& example : rule.examples)
    if (example.kind == kind)
      list += fenced(example.text);
  return list;
}

/// The parameters that `[options.<rule>]` may change to another number, word or list of words.
std::string options_of(const Rule& rule) {
  const CheckKind* kind = find_check(rule.check);
  const auto is_compiled = [&](const std::string& key) {
    const auto holds = [&](const std::vector<std::string_view>& keys) {
      return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    return kind != nullptr && (holds(kind->phrase_keys) || holds(kind->pattern_keys));
  };
  std::string lines;
  for (const auto& [key, value] : rule.params.values()) {
    if (is_compiled(key))
      continue;
    if (const auto* number = std::get_if<std::int64_t>(&value))
      lines += fmt::format("{} = {}\n", key, *number);
    if (const auto* boolean = std::get_if<bool>(&value))
      lines += fmt::format("{} = {}\n", key, *boolean);
    if (const auto* text = std::get_if<std::string>(&value))
      lines += fmt::format("{} = \"{}\"\n", key, *text);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
      lines += fmt::format("{} = [\"{}\"]\n", key, fmt::join(*list, "\", \""));
  }
  return lines;
}

std::string check_table() {
  std::string rows;
  for (const CheckKind& check : all_checks())
    rows += fmt::format("| `{}` | {} |\n", check.name, check.summary);
  return "\n## Checks\n\nWhat a rule file may name in `[check]`; parameters are described in "
         "`src/checks/<name>.hpp`.\n\n| check | looks for |\n|---|---|\n" +
         rows;
}

}  // namespace

std::string rule_page(const Rule& rule) {
  std::string page = fmt::format(
      "<!-- Generated from rules/{0}/{1}.toml by `mailcheck-dev docs`; edit that file. -->\n"
      "# {1}\n\n"
      "| category | severity | stages | check | since |\n|---|---|---|---|---|\n"
      "| {0} | {2} | {3} | `{4}` | {5} |\n\n"
      "**{6}**\n\n{7}\n\n{8}\n",
      rule.category, rule.id, name_of(rule.severity), stages_of(rule), rule.check, rule.since,
      rule.message, rule.help, trimmed(rule.rationale));
  page += "\n## Flagged\n\nWhat stands between `{|` and `|}` is flagged.\n\n" +
          examples(rule, RuleExample::Kind::bad);
  page += "\n## Not flagged\n\n" + examples(rule, RuleExample::Kind::good);
  page += "\n## Sources\n\n" + links(rule.sources);
  if (!rule.disputed_by.empty())
    page += "\n## Who advises otherwise\n\n" + links(rule.disputed_by);
  if (const std::string options = options_of(rule); !options.empty())
    page += fmt::format(
        "\n## Options\n\nAs they are; change them in `mailcheck.toml`.\n\n```toml\n"
        "[options.{}]\n{}```\n",
        rule.id, options);
  page += fmt::format(
      "\n## Turning it off\n\nIn `mailcheck.toml`:\n\n```toml\n[severity]\n{} = \"off\"\n```\n",
      rule.id);
  return page;
}

std::string rule_index(const std::vector<Rule>& rules) {
  std::string index = fmt::format(
      "<!-- Generated from rules/ by `mailcheck-dev docs`. -->\n# Rules\n\n"
      "{} rules in these categories. Each page says what the rule flags, why, and who says so.\n",
      rules.size());
  for (const std::string_view category : rule_categories) {
    std::string rows;
    for (const Rule& rule : rules)
      if (rule.category == category)
        rows += fmt::format("| [{0}]({0}.md) | {1} | {2} | {3} |\n", rule.id,
                            name_of(rule.severity), stages_of(rule), rule.message);
    if (!rows.empty())
      index += fmt::format("\n## {}\n\n| rule | severity | stages | says |\n|---|---|---|---|\n{}",
                           category, rows);
  }
  return index + check_table();
}

}  // namespace mailcheck::dev
