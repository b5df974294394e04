#include "checks/params.hpp"

#include <fmt/format.h>

namespace mailcheck {
namespace {

std::string_view type_of(const ParamValue& value) {
  constexpr std::string_view names[] = {"a string",          "an integer", "true or false",
                                        "a list of strings", "phrases",    "patterns"};
  return names[value.index()];
}

}  // namespace

void Params::set(std::string key, ParamValue value, ParamPlace place) {
  if (place.line != 0 || !place.file.empty())
    places_[key] = std::move(place);
  else if (!places_.empty())
    places_.erase(key);
  values_.insert_or_assign(std::move(key), std::move(value));
}

const ParamValue* Params::find(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end())
    return nullptr;
  if (!asked_.contains(key))
    asked_.emplace(key);
  return &found->second;
}

Result<std::int64_t> Params::integer(std::string_view key, std::int64_t fallback, std::int64_t min,
                                     std::int64_t max) const {
  const ParamValue* value = find(key);
  if (value == nullptr)
    return fallback;
  const auto* integer = std::get_if<std::int64_t>(value);
  if (integer == nullptr)
    return error_at(key, fmt::format("“{}” must be an integer, not {}", key, type_of(*value)));
  if (*integer < min || *integer > max)
    return error_at(key, fmt::format("“{}” must be from {} to {}", key, min, max));
  return *integer;
}

Result<std::string> Params::text(std::string_view key, std::string_view fallback) const {
  const ParamValue* value = find(key);
  if (value == nullptr)
    return std::string(fallback);
  const auto* text = std::get_if<std::string>(value);
  if (text == nullptr)
    return error_at(key, fmt::format("“{}” must be a string, not {}", key, type_of(*value)));
  return *text;
}

Result<bool> Params::boolean(std::string_view key, bool fallback) const {
  const ParamValue* value = find(key);
  if (value == nullptr)
    return fallback;
  const auto* boolean = std::get_if<bool>(value);
  if (boolean == nullptr)
    return error_at(key, fmt::format("“{}” must be true or false, not {}", key, type_of(*value)));
  return *boolean;
}

Result<std::vector<std::string>> Params::list(std::string_view key) const {
  const ParamValue* value = find(key);
  if (value == nullptr)
    return std::vector<std::string>();
  if (const auto* single = std::get_if<std::string>(value))
    return std::vector<std::string>{*single};
  const auto* list = std::get_if<std::vector<std::string>>(value);
  if (list == nullptr)
    return error_at(key,
                    fmt::format("“{}” must be a list of strings, not {}", key, type_of(*value)));
  return *list;
}

Result<std::vector<PatternSource>> Params::patterns(std::string_view key) const {
  const ParamValue* value = find(key);
  const auto* known = value == nullptr ? nullptr : std::get_if<std::vector<PatternSource>>(value);
  if (known != nullptr)
    return *known;
  Result<std::vector<std::string>> sources = list(key);
  if (!sources)
    return std::move(sources).error();
  std::vector<PatternSource> patterns;
  for (std::string& source : *sources) {
    PatternNeeds needs = pattern_needs(source);
    patterns.push_back({std::move(source), std::move(needs)});
  }
  return patterns;
}

Result<PhraseGroup> Params::phrases(std::string_view key) const {
  const ParamValue* value = find(key);
  if (value == nullptr)
    return PhraseGroup{};
  const auto* group = std::get_if<PhraseGroup>(value);
  if (group == nullptr)
    return error_at(key,
                    fmt::format("“{}” holds phrases, which can only be given in a rule file", key));
  return *group;
}

Error Params::error_at(std::string_view key, std::string message) const {
  const ParamPlace at = place(key);
  return Error{std::move(message), at.file, at.line, at.column, key.size(), at.source_line};
}

std::vector<std::string> Params::unused() const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : values_)
    if (!asked_.contains(key))
      keys.push_back(key);
  return keys;
}

ParamPlace Params::place(std::string_view key) const {
  const auto found = places_.find(key);
  return found == places_.end() ? ParamPlace{} : found->second;
}

void Params::set_item_place(const std::string& key, std::size_t index, ParamPlace place) {
  item_places_[{key, index}] = std::move(place);
}

ParamPlace Params::item_place(std::string_view key, std::size_t index) const {
  const auto found = item_places_.find({std::string(key), index});
  return found == item_places_.end() ? place(key) : found->second;
}

}  // namespace mailcheck
