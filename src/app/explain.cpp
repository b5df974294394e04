#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/setup.hpp"
#include "lint/presets.hpp"
#include "lint/toml.hpp"
#include "lint/toml_text.hpp"
#include "report/escape.hpp"
#include "report/paint.hpp"
#include "report/rule_words.hpp"

namespace mailcheck {
namespace {

std::string title(std::string_view text, const TextStyle& style) {
  return "\n" + paint(Ink::strong, text, style.color) + "\n";
}

/// Running text: paragraphs stand apart, the lines of each are filled.
std::string paragraphs(std::string_view text, const TextStyle& style) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string paragraph = terminal_safe_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
    if (paragraph.find_first_not_of(' ') == std::string::npos)
      continue;
    out += (out.empty() ? "" : "\n") + wrap(paragraph, style.width, 2);
  }
  return out;
}

/// An example with its marks `{|…|}` shown as brackets, each line indented.
std::string example_text(const PackedExample& example, const TextStyle& style) {
  const Ink ink = example.bad ? Ink::error : Ink::good;
  std::string out;
  std::string_view rest = example.text;
  bool first = true;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line = terminal_safe(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    for (const auto& [mark, shown] : {std::pair("{|", "["), std::pair("|}", "]")}) {
      for (std::size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at))
        line.replace(at, 2, shown);
    }
    const std::string_view sign = first ? (example.bad ? "✗" : "✓") : " ";
    if (line.empty()) {
      out += "\n";
    } else {
      std::string wrapped = wrap(line, style.width, 4, fmt::format("  {} ", sign));
      wrapped.replace(2, sign.size(), paint(ink, sign, style.color));
      out += wrapped;
    }
    first = false;
  }
  return out;
}

std::string examples(const RuleDetails& rule, bool bad, const TextStyle& style) {
  std::string out;
  for (const PackedExample& example : rule.examples) {
    if (example.bad == bad)
      out += example_text(example, style);
  }
  return out;
}

std::string links(const std::vector<std::string_view>& urls) {
  std::string out;
  for (const std::string_view url : urls)
    out += "  " + terminal_safe(url) + "\n";
  return out;
}

std::string option_text(const ParamValue& value) {
  if (const std::string* text = std::get_if<std::string>(&value))
    return toml_quoted(*text);
  if (const std::int64_t* number = std::get_if<std::int64_t>(&value))
    return fmt::format("{}", *number);
  if (const bool* flag = std::get_if<bool>(&value))
    return *flag ? "true" : "false";
  return {};  // lists and phrases are too long to be shown as an option
}

std::string options_of(const PackedRule& rule) {
  std::string out;
  const Params params = rule.params();
  for (const auto& [key, value] : params.values()) {
    if (const std::string text = option_text(value); !text.empty())
      out += fmt::format("  {} = {}\n", terminal_safe(key), terminal_safe(text));
  }
  return out.empty() ? out : fmt::format("  [options.{}]\n{}", terminal_safe(rule.id), out);
}

std::string explain_rule(const RuleSet& rules, const PackedRule& rule, const TextStyle& style) {
  const std::string id = terminal_safe(rule.id);
  const Severity severity = rules.severity_of(rule);
  std::string out = fmt::format("{}  {}\n", paint(Ink::strong, id, style.color),
                                paint(ink_of(severity), name_of(severity), style.color));
  std::string facts = fmt::format("category {}, {}", terminal_safe(rule.category), stages_of(rule));
  const RuleDetails details = rule.details();
  if (!details.since.empty())
    facts += ", since " + terminal_safe(details.since);
  out += paint(Ink::dim, facts, style.color) + "\n\n";
  out += wrap(summary_of(rule), style.width, 0);

  const auto section = [&](std::string_view name, const std::string& text) {
    if (!text.empty())
      out += title(name, style) + text;
  };
  section("Why", paragraphs(details.rationale, style));
  section("What to do", paragraphs(rule.help, style));
  section("Flagged", examples(details, true, style));
  section("Fine", examples(details, false, style));
  section("Sources", links(details.sources));
  section("Who disagrees", links(details.disputed_by));
  section("Options, with their defaults", options_of(rule));
  section("Turn it off", fmt::format("  in mailcheck.toml:   [severity]\n"
                                     "                       {0} = \"off\"\n"
                                     "  for one run:         mailcheck --ignore {0} draft.txt\n",
                                     id));
  return out;
}

std::string explain_category(const RuleSet& rules, const std::string& category,
                             const TextStyle& style) {
  std::size_t id_width = 0;
  std::vector<const PackedRule*> members;
  for (const PackedRule* rule : rules.all()) {
    if (rule->category == category) {
      members.push_back(rule);
      id_width = std::max(id_width, rule->id.size());
    }
  }
  std::string out = fmt::format("{}: {}\n\n", paint(Ink::strong, category, style.color),
                                count_of(members.size(), "rule"));
  for (const PackedRule* rule : members) {
    const Severity severity = rules.severity_of(*rule);
    out +=
        fmt::format("  {:<{}}  {}{}\n", terminal_safe(rule->id), id_width,
                    paint(ink_of(severity), fmt::format("{:<11}", name_of(severity)), style.color),
                    summary_of(*rule));
  }
  out += fmt::format(
      "\nTurn the whole category off in mailcheck.toml:\n"
      "  [severity]\n"
      "  {} = \"off\"\n",
      category);
  return out;
}

bool is_category(const RuleSet& rules, const std::string& name) {
  const std::vector<const PackedRule*> all = rules.all();
  return std::any_of(all.begin(), all.end(),
                     [&](const PackedRule* rule) { return rule->category == name; });
}

/// A preset as it was written: its comments explain it.
std::string explain_preset(const Preset& preset, const TextStyle& style) {
  std::string out =
      paint(Ink::strong, fmt::format("{}{}", preset_prefix, preset.name), style.color) + "\n\n";
  std::string_view rest = preset.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out += (end == 0 ? "" : "  ") + terminal_safe(rest.substr(0, end)) + "\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out + title("Use it", style) +
         fmt::format("  in mailcheck.toml:   extends = [\"{}{}\"]\n", preset_prefix, preset.name);
}

Error unknown_name(const RuleSet& rules, const Presets& presets, const std::string& name) {
  std::vector<std::string> names(std::begin(rule_categories), std::end(rule_categories));
  for (const PackedRule* rule : rules.all())
    names.emplace_back(rule->id);
  for (const Preset& preset : presets.all())
    names.push_back(fmt::format("{}{}", preset_prefix, preset.name));
  std::string hint = did_you_mean(name, names);
  if (hint.empty())
    hint = "; “mailcheck rules” lists them all";
  return Error{fmt::format("there is no rule or category “{}”{}", name, hint)};
}

}  // namespace

int run_explain(const Session& session) {
  const Result<std::unique_ptr<Setup>> setup = make_setup(session, project_config(session, ""));
  if (!setup) {
    session.report(setup.error());
    return status_failed;
  }
  const RuleSet& rules = (*setup)->rules;
  const std::string& name = session.options.arguments.front();
  const TextStyle style = session.text_style();
  if (const PackedRule* rule = rules.find(name)) {
    session.out.write(explain_rule(rules, *rule, style));
    return status_clean;
  }
  if (is_category(rules, name)) {
    session.out.write(explain_category(rules, terminal_safe(name), style));
    return status_clean;
  }
  const Presets presets(embedded_presets());
  if (name.starts_with(preset_prefix)) {
    const Preset* preset = presets.find(std::string_view(name).substr(preset_prefix.size()));
    if (preset != nullptr) {
      session.out.write(explain_preset(*preset, style));
      return status_clean;
    }
  }
  session.report(unknown_name(rules, presets, name));
  return status_failed;
}

}  // namespace mailcheck
