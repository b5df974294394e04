#include "lint/toml.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "base/line_index.hpp"
#include "base/utf8.hpp"
#include "lint/toml_gate.hpp"

// Header-only and without exceptions: Debian's library is built with them and would not link. Its
// assertions must not guard input: toml++ 3.3 asserts on texts that are merely wrong.
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 1
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

namespace mailcheck {
namespace {

template <class Node>
std::string written(const Node& node) {
  std::ostringstream out;
  out << node;
  return out.str();
}

/// toml++'s tree as ours. The gate has bounded the nesting, so recursion is bounded too.
TomlValue convert(const toml::node& node) {
  TomlValue value;
  value.line = node.source().begin.line;
  value.column = node.source().begin.column;
  if (const auto* text = node.as_string())
    value.data = text->get();
  if (const auto* integer = node.as_integer())
    value.data = std::int64_t{integer->get()};
  if (const auto* number = node.as_floating_point())
    value.data = number->get();
  if (const auto* boolean = node.as_boolean())
    value.data = boolean->get();
  if (const auto* date = node.as_date())
    value.data = TomlDate{written(date->get())};
  if (const auto* time = node.as_time())
    value.data = TomlDate{written(time->get())};
  if (const auto* date_time = node.as_date_time())
    value.data = TomlDate{written(date_time->get())};
  if (const auto* array = node.as_array()) {
    TomlArray items;
    items.reserve(array->size());
    for (const toml::node& item : *array)
      items.push_back(convert(item));
    value.data = std::move(items);
  }
  if (const auto* table = node.as_table()) {
    TomlTable entries;
    for (const auto& [key, item] : *table)
      entries.entries.push_back({std::string(key.str()), key.source().begin.line,
                                 key.source().begin.column, convert(item)});
    // toml++ keeps keys sorted; people expect the order of the file.
    std::stable_sort(entries.entries.begin(), entries.entries.end(),
                     [](const TomlTable::Entry& a, const TomlTable::Entry& b) {
                       return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                     });
    value.data = std::move(entries);
  }
  return value;
}

/// Optimal string alignment distance of two short ASCII-ish names, by byte.
std::size_t name_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j)
    cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

const TomlValue* TomlTable::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::string_view TomlValue::type_name() const {
  constexpr std::string_view names[] = {"a string", "an integer", "a number", "true or false",
                                        "a date",   "a list",     "a table"};
  return names[data.index()];
}

Error TomlDocument::error_at(std::size_t line, std::size_t column, std::string message,
                             std::size_t length) const {
  const LineIndex index(text);
  return Error{std::move(message), file, line, column, length, std::string(index.line(line))};
}

Error TomlDocument::error_at(const TomlTable::Entry& entry, std::string message) const {
  return error_at(entry.line, entry.column, std::move(message), count_code_points(entry.key));
}

Error TomlDocument::error_at(const TomlValue& value, std::string message) const {
  const std::string* string = value.string();
  const std::size_t quotes = 2;
  return error_at(value.line, value.column, std::move(message),
                  string ? count_code_points(*string) + quotes : 1);
}

Result<TomlDocument> parse_toml(std::string file, std::string text) {
  TomlDocument document{std::move(file), std::move(text), {}};
  if (const std::optional<TomlRefusal> refusal = refuse_toml(document.text)) {
    const LinePosition place = LineIndex(document.text).position(refusal->offset);
    return document.error_at(place.line, place.column, refusal->message);
  }
  const toml::parse_result parsed = toml::parse(std::string_view(document.text));
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    std::string message(error.description());
    constexpr std::string_view prefix = "Error while parsing ";
    if (message.starts_with(prefix))
      message = "in " + message.substr(prefix.size());
    return document.error_at(error.source().begin.line, error.source().begin.column,
                             std::move(message));
  }
  TomlValue root = convert(parsed.table());
  document.root = std::move(std::get<TomlTable>(root.data));
  return document;
}

Result<std::vector<std::string>> toml_strings(const TomlDocument& document,
                                              const TomlValue& value) {
  if (const std::string* single = value.string())
    return std::vector<std::string>{*single};
  const TomlArray* array = value.array();
  if (array == nullptr)
    return document.error_at(
        value, fmt::format("expected a string or a list of strings, not {}", value.type_name()));
  std::vector<std::string> strings;
  for (const TomlValue& item : *array) {
    const std::string* string = item.string();
    if (string == nullptr)
      return document.error_at(item, fmt::format("expected a string, not {}", item.type_name()));
    strings.push_back(*string);
  }
  return strings;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 64;  // names are short; the distance is quadratic
  if (word.size() > longest)
    return {};
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string_view nearest;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest)
      continue;
    const std::size_t distance = name_distance(word, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest.empty() ? std::string() : fmt::format("; did you mean “{}”?", nearest);
}

}  // namespace mailcheck
