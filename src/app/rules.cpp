#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/setup.hpp"
#include "report/escape.hpp"
#include "report/json_writer.hpp"
#include "report/paint.hpp"
#include "report/rule_words.hpp"

namespace mailcheck {
namespace {

std::string rules_as_text(const RuleSet& rules, const TextStyle& style) {
  std::size_t id_width = 0;
  for (const PackedRule* rule : rules.all())
    id_width = std::max(id_width, rule->id.size());
  std::string out;
  std::string_view category;
  for (const PackedRule* rule : rules.all()) {
    if (rule->category != category) {
      out += category.empty() ? "" : "\n";
      category = rule->category;
      out += paint(Ink::strong, terminal_safe(category), style.color) + "\n";
    }
    const Severity severity = rules.severity_of(*rule);
    const std::string name = fmt::format("{:<11}", name_of(severity));
    out += fmt::format("  {:<{}}  {}{}\n", terminal_safe(rule->id), id_width,
                       paint(ink_of(severity), name, style.color), summary_of(*rule));
  }
  return out;
}

std::string rules_as_json(const RuleSet& rules) {
  JsonWriter json(JsonStyle::indented);
  json.begin_object();
  json.key("schema").number(1);
  json.key("rules").begin_array();
  for (const PackedRule* rule : rules.all()) {
    json.begin_object();
    json.key("id").string(rule->id);
    json.key("category").string(rule->category);
    json.key("severity").string(name_of(rules.severity_of(*rule)));
    json.key("default_severity").string(name_of(rule->severity));
    json.key("stages").begin_array();
    for (const Stage stage : rule->stages)
      json.string(name_of(stage));
    json.end_array();
    json.key("summary").string(summary_of(*rule));
    json.key("help").string(rule->help);
    json.key("check").string(rule->check);
    json.key("since").string(rule->details().since);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take() + "\n";
}

}  // namespace

int run_rules(const Session& session) {
  const Result<std::unique_ptr<Setup>> setup = make_setup(session, project_config(session, ""));
  if (!setup) {
    session.report(setup.error());
    return status_failed;
  }
  const RuleSet& rules = (*setup)->rules;
  session.out.write(session.options.format == Format::json
                        ? rules_as_json(rules)
                        : rules_as_text(rules, session.text_style()));
  return status_clean;
}

}  // namespace mailcheck
