#include "lint/rule.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include <fmt/format.h>

#include "base/file.hpp"
#include "checks/check.hpp"
#include "lint/interview_keys.hpp"
#include "lint/toml.hpp"

namespace mailcheck {
namespace {

std::vector<std::string> names_of(std::span<const CheckKind> kinds) {
  std::vector<std::string> names;
  for (const CheckKind& kind : kinds)
    names.emplace_back(kind.name);
  return names;
}

/// Reads the tables of one rule file into a Rule.
class Reader {
 public:
  Reader(const TomlDocument& document, Rule& rule) : document_(document), rule_(rule) {}

  Result<void> read() {
    for (const TomlTable::Entry& entry : document_.root.entries)
      if (Result<void> done = read_top(entry); !done)
        return done;
    if (rule_.check.empty())
      return document_.error_at(1, 1, "the rule names no check: a table [check] with “name”");
    if (rule_.message.empty())
      return document_.error_at(1, 1, "the rule has no message");
    return {};
  }

 private:
  Result<void> read_top(const TomlTable::Entry& entry) {
    const auto text = [&](std::string& into) { return read_text(entry.value, into); };
    const auto list = [&](std::vector<std::string>& into) { return read_list(entry.value, into); };
    if (entry.key == "severity")
      return read_severity(entry);
    if (entry.key == "stages")
      return read_stages(entry, rule_.stages);
    if (entry.key == "since")
      return text(rule_.since);
    if (entry.key == "message")
      return text(rule_.message);
    if (entry.key == "help")
      return text(rule_.help);
    if (entry.key == "rationale")
      return text(rule_.rationale);
    if (entry.key == "sources")
      return list(rule_.sources);
    if (entry.key == "disputed-by")
      return list(rule_.disputed_by);
    if (entry.key == "yields-to")
      return list(rule_.yields_to);
    if (entry.key == "checklist")
      return read_checklist(entry);
    if (entry.key == "check")
      return read_check(entry);
    if (entry.key == "example")
      return read_examples(entry);
    return unknown(entry, {"severity", "stages", "since", "message", "help", "rationale", "sources",
                           "disputed-by", "yields-to", "checklist", "check", "example"});
  }

  [[nodiscard]] Error unknown(const TomlTable::Entry& entry,
                              const std::vector<std::string>& known) const {
    return document_.error_at(
        entry, fmt::format("unknown key “{}”{}", entry.key, did_you_mean(entry.key, known)));
  }

  Result<void> read_text(const TomlValue& value, std::string& into) {
    if (value.string() == nullptr)
      return document_.error_at(value, fmt::format("expected a string, not {}", value.type_name()));
    into = *value.string();
    return {};
  }

  Result<void> read_list(const TomlValue& value, std::vector<std::string>& into) {
    Result<std::vector<std::string>> strings = toml_strings(document_, value);
    if (!strings)
      return std::move(strings).error();
    into = *std::move(strings);
    return {};
  }

  Result<void> read_severity(const TomlTable::Entry& entry) {
    std::string name;
    if (Result<void> done = read_text(entry.value, name); !done)
      return done;
    const std::optional<Severity> severity = severity_named(name);
    if (!severity)
      return document_.error_at(
          entry.value,
          fmt::format("there is no severity “{}”: error, warning, suggestion or off", name));
    rule_.severity = *severity;
    return {};
  }

  Result<void> read_stages(const TomlTable::Entry& entry, std::vector<Stage>& stages) {
    std::vector<std::string> names;
    if (Result<void> done = read_list(entry.value, names); !done)
      return done;
    std::vector<std::string> known;
    for (const Stage stage : all_stages)
      known.emplace_back(name_of(stage));
    for (const std::string& name : names) {
      const std::optional<Stage> stage = stage_named(name);
      if (!stage)
        return document_.error_at(
            entry.value, fmt::format("there is no stage “{}”{}", name, did_you_mean(name, known)));
      stages.push_back(*stage);
    }
    return {};
  }

  Result<void> read_checklist(const TomlTable::Entry& entry) {
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return document_.error_at(entry, "“checklist” must be a table");
    for (const TomlTable::Entry& part : table->entries) {
      Result<void> done;
      if (part.key == "item")
        done = read_text(part.value, rule_.checklist.item);
      else if (part.key == "required")
        done = read_stages(part, rule_.checklist.required);
      else
        return unknown(part, {"item", "required"});
      if (!done)
        return done;
    }
    if (rule_.checklist.item.empty())
      return document_.error_at(entry, "“checklist” needs an “item”");
    return {};
  }

  [[nodiscard]] ParamPlace place(std::size_t line, std::size_t column) const {
    const Error at = document_.error_at(line, column, "");
    return {at.file, at.line, at.column, at.source_line};
  }

  Result<void> read_check(const TomlTable::Entry& entry) {
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return document_.error_at(entry, "“check” must be a table");
    for (const TomlTable::Entry& parameter : table->entries) {
      if (parameter.key == "name") {
        if (Result<void> done = read_text(parameter.value, rule_.check); !done)
          return done;
        if (find_check(rule_.check) == nullptr)
          return document_.error_at(parameter.value,
                                    fmt::format("there is no check “{}”{}", rule_.check,
                                                did_you_mean(rule_.check, names_of(all_checks()))));
        continue;
      }
      if (Result<void> done = read_parameter(parameter); !done)
        return done;
    }
    return {};
  }

  Result<void> read_parameter(const TomlTable::Entry& entry) {
    const TomlValue& value = entry.value;
    const ParamPlace at = place(entry.line, entry.column);
    if (const std::int64_t* integer = value.integer()) {
      rule_.params.set(entry.key, *integer, at);
      return {};
    }
    if (const bool* boolean = value.boolean()) {
      rule_.params.set(entry.key, *boolean, at);
      return {};
    }
    if (const std::string* string = value.string()) {
      rule_.params.set(entry.key, *string, at);
      return {};
    }
    std::vector<std::string> strings;
    if (Result<void> done = read_list(value, strings); !done)
      return done;
    rule_.params.set(entry.key, std::move(strings), at);
    for (std::size_t i = 0; i < value.array()->size(); ++i) {
      const TomlValue& item = (*value.array())[i];
      rule_.params.set_item_place(entry.key, i, place(item.line, item.column));
    }
    return {};
  }

  Result<void> read_examples(const TomlTable::Entry& entry) {
    const TomlArray* array = entry.value.array();
    if (array == nullptr)
      return document_.error_at(entry, "examples are written as [[example]]");
    for (const TomlValue& item : *array) {
      const TomlTable* table = item.table();
      if (table == nullptr)
        return document_.error_at(item, "examples are written as [[example]]");
      if (Result<void> done = read_example(*table); !done)
        return done;
    }
    return {};
  }

  Result<void> read_example(const TomlTable& table) {
    RuleExample given;
    std::vector<RuleExample> examples;
    for (const TomlTable::Entry& entry : table.entries) {
      if (entry.key == "with") {
        if (Result<void> done = read_with(entry, given); !done)
          return done;
        continue;
      }
      const bool bad = entry.key.starts_with("bad");
      const bool known = entry.key == "bad" || entry.key == "good" || entry.key == "bad_mail" ||
                         entry.key == "good_mail";
      if (!known)
        return unknown(entry, {"bad", "good", "bad_mail", "good_mail", "with"});
      RuleExample example;
      example.kind = bad ? RuleExample::Kind::bad : RuleExample::Kind::good;
      example.whole_mail = entry.key.ends_with("_mail");
      example.line = entry.line;
      if (Result<void> done = read_text(entry.value, example.text); !done)
        return done;
      examples.push_back(std::move(example));
    }
    for (RuleExample& example : examples) {
      example.stage = given.stage;
      example.interview = given.interview;
      example.now = given.now;
      example.sent = given.sent;
      rule_.examples.push_back(std::move(example));
    }
    return {};
  }

  Result<void> read_with(const TomlTable::Entry& entry, RuleExample& example) {
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return document_.error_at(entry, "“with” must be a table");
    for (const TomlTable::Entry& fact : table->entries) {
      if (Result<void> done = read_fact(fact, example); !done)
        return done;
    }
    return {};
  }

  Result<void> read_fact(const TomlTable::Entry& fact, RuleExample& example) {
    if (fact.key == "stage") {
      if (Result<void> done = read_text(fact.value, example.stage); !done)
        return done;
      if (!stage_named(example.stage))
        return document_.error_at(fact.value, fmt::format("there is no stage “{}”", example.stage));
      return {};
    }
    if (fact.key == "now") {
      const Result<Moment> now = read_instant(document_, fact);
      if (!now)
        return now.error();
      example.now = *now;
      return {};
    }
    if (fact.key == "sent")
      return read_list(fact.value, example.sent);
    const Result<std::optional<std::string>> known =
        read_interview_key(document_, fact, example.interview);
    if (!known)
      return known.error();
    if (known->has_value())
      return {};
    std::vector<std::string> names = interview_keys();
    names.insert(names.end(), {"stage", "now", "sent"});
    return unknown(fact, names);
  }

  const TomlDocument& document_;
  Rule& rule_;
};

}  // namespace

Result<Rule> parse_rule(std::string path, std::string text) {
  const Result<TomlDocument> document = parse_toml(path, std::move(text));
  if (!document)
    return document.error();
  Rule rule;
  const std::string_view name = file_name(path);
  rule.id = name.substr(0, name.rfind('.'));
  rule.category = file_name(parent_path(path));
  rule.file = std::move(path);
  if (Result<void> done = Reader(*document, rule).read(); !done)
    return std::move(done).error();
  return rule;
}

}  // namespace mailcheck
