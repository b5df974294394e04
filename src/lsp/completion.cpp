// Completion: names of rules where a rule is silenced or set, stages, and the people of the
// interview in the greeting.

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "facts/people.hpp"
#include "facts/titles.hpp"
#include "lsp/features.hpp"
#include "lsp/names.hpp"
#include "mail/draft.hpp"
#include "report/rule_words.hpp"

namespace mailcheck {
namespace {

/// `CompletionItemKind`
enum class ItemKind { text = 1, value = 12, enumeration = 13, property = 10 };

/// Proposals that replace what is written of a name already.
class Proposals {
 public:
  Proposals(const PositionMap& map, SourceSpan replaced) : range_(json_of(map.range(replaced))) {}

  void add(const std::string& label, ItemKind kind, const std::string& detail = {}) {
    if (label.empty() || !known_.insert(label).second)
      return;
    Json::Object item{{"label", label},
                      {"kind", static_cast<int>(kind)},
                      {"textEdit", Json::Object{{"range", range_}, {"newText", label}}}};
    if (!detail.empty())
      item.push_back({"detail", detail});
    items_.push_back(std::move(item));
  }

  [[nodiscard]] Json take() {
    return Json::Object{{"isIncomplete", false}, {"items", std::move(items_)}};
  }

 private:
  Json range_;
  Json::Array items_;
  std::set<std::string> known_;
};

void add_rules(Proposals& proposals, const RuleSet& rules) {
  for (const PackedRule* rule : rules.all())
    proposals.add(std::string(rule->id), ItemKind::value, summary_of(*rule));
}

void add_categories(Proposals& proposals, const RuleSet& rules) {
  for (const PackedRule* rule : rules.all())
    proposals.add(std::string(rule->category), ItemKind::enumeration,
                  fmt::format("All rules of the category {}.", rule->category));
}

void add_severities(Proposals& proposals, std::string_view quote) {
  for (const Severity severity :
       {Severity::error, Severity::warning, Severity::suggestion, Severity::off})
    proposals.add(fmt::format("{0}{1}{0}", quote, name_of(severity)), ItemKind::enumeration);
}

/// The ways to write a name in a greeting: “Ms. Okafor”, “Marisol Okafor”, “Marisol”.
void add_person(Proposals& proposals, const Person& person) {
  if (person.words.empty())
    return;
  const std::string_view title = name_of(person.title);
  if (!title.empty())
    proposals.add(fmt::format("{} {}", title, person.words.back()), ItemKind::text);
  std::string full;
  for (const std::string& word : person.words)
    full += (full.empty() ? "" : " ") + word;
  proposals.add(full, ItemKind::text);
  if (person.is_clear)
    proposals.add(person.words.front(), ItemKind::text);
}

void add_people(Proposals& proposals, const Document& document, const Config& config) {
  for (const std::string& name : config.given.interview.interviewers)
    add_person(proposals, read_person(name));
  const Draft draft = parse_draft(Desk::source_of(document));
  for (const Mailbox& mailbox : draft.to) {
    if (!mailbox.display_name.empty())
      add_person(proposals, read_person(mailbox.display_name));
  }
}

/// What is written of a greeted name already: all behind the greeting word.
std::size_t written_of_greeting(std::string_view before) {
  std::size_t from = before.find(' ');
  for (const std::string_view word : {"good morning ", "good afternoon ", "good evening "}) {
    if (before.size() >= word.size() && before.find(' ', from + 1) == word.size() - 1)
      from = word.size() - 1;
  }
  return before.size() - from - 1;
}

}  // namespace

FeatureAnswer completion(Desk& desk, Document& document, const Json& params) {
  const std::optional<Position> position = read_position(params["position"]);
  if (!position)
    return std::nullopt;
  if (document.kind == DocumentKind::other)
    return Json();
  const ProjectSetup setup = desk.setup_of(document);
  if (!setup.is_usable() ||
      (document.kind != DocumentKind::configuration && !desk.is_draft(document, setup)))
    return Json();
  const PositionMap map(document.text, desk.client.encoding);
  const std::size_t offset = map.offset(*position);
  const std::size_t line = map.position(offset).line;
  const std::string_view before = map.line(line).substr(0, offset - map.line_start(line));
  const NamePlace place = place_of_name(document.kind, map, line, before);
  std::size_t written = name_at_end(before).size();
  if (place == NamePlace::greeting)
    written = written_of_greeting(before);
  Proposals proposals(map, {offset - written, offset});
  switch (place) {
    case NamePlace::none:
      return Json();
    case NamePlace::waiver:
    case NamePlace::severity_key:
      add_rules(proposals, *setup.rules);
      add_categories(proposals, *setup.rules);
      break;
    case NamePlace::stage:
      for (const Stage stage : all_stages)
        proposals.add(std::string(name_of(stage)), ItemKind::enumeration);
      break;
    case NamePlace::greeting:
      add_people(proposals, document, *setup.config);
      break;
    case NamePlace::severity_value: {
      const std::string_view rest = before.substr(before.find('='));
      const bool in_quotes = rest.find_first_of("\"'") != std::string_view::npos;
      add_severities(proposals, in_quotes ? "" : "\"");
      break;
    }
    case NamePlace::options_heading:
      add_rules(proposals, *setup.rules);
      break;
  }
  return proposals.take();
}

}  // namespace mailcheck
