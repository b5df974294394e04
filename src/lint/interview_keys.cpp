#include "lint/interview_keys.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/time_zone.hpp"
#include "lint/toml_text.hpp"

namespace mailcheck {
namespace {

using Entry = TomlTable::Entry;
/// The value as TOML.
using Written = Result<std::string>;

constexpr std::int64_t most_mails = 1000;

Written read_text(const TomlDocument& document, const Entry& entry, std::string& fact) {
  const std::string* text = entry.value.string();
  if (text == nullptr)
    return wrong_type(document, entry, "a string");
  fact = *text;
  return toml_quoted(*text);
}

Written read_list(const TomlDocument& document, const Entry& entry,
                  std::vector<std::string>& fact) {
  Result<std::vector<std::string>> list = toml_strings(document, entry.value);
  if (!list)
    return std::move(list).error();
  fact = *std::move(list);
  return toml_list(fact);
}

Result<Moment> read_moment(const TomlDocument& document, const Entry& entry) {
  const auto* date = std::get_if<TomlDate>(&entry.value.data);
  const std::string* text = entry.value.string();
  if (date == nullptr && text == nullptr)
    return wrong_type(document, entry, "a date, 2026-03-03 or 2026-03-03T10:00:00");
  const std::optional<Moment> moment = parse_moment(date != nullptr ? date->text : *text);
  if (!moment)
    return document.error_at(entry.value,
                             fmt::format("“{}” is no date; write 2026-03-03 or 2026-03-03T10:00:00",
                                         date != nullptr ? date->text : *text));
  return *moment;
}

Written read_date(const TomlDocument& document, const Entry& entry, std::optional<Moment>& fact) {
  const Result<Moment> moment = read_moment(document, entry);
  if (!moment)
    return moment.error();
  fact = *moment;
  return to_string(*moment);
}

Written company(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  return read_text(document, entry, facts.company);
}
Written role(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  return read_text(document, entry, facts.role);
}
Written interviewers(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  return read_list(document, entry, facts.interviewers);
}
Written topics(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  return read_list(document, entry, facts.topics);
}
Written date(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  return read_date(document, entry, facts.date);
}
Written decision_by(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  return read_date(document, entry, facts.decision_by);
}

Written time_zone(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  const std::string* name = entry.value.string();
  if (name == nullptr)
    return wrong_type(document, entry, "a string");
  if (!TimeZone::named(*name)) {
    std::string hint = did_you_mean(*name, TimeZone::names());
    if (hint.empty())
      hint = "; write it as “Europe/Oslo” or “America/New_York”";
    return document.error_at(entry.value, fmt::format("there is no time zone “{}”{}", *name, hint));
  }
  facts.time_zone = *name;
  return toml_quoted(*name);
}

Written previous_mails(const TomlDocument& document, const Entry& entry, InterviewFacts& facts) {
  const std::int64_t* count = entry.value.integer();
  if (count == nullptr)
    return wrong_type(document, entry, "a whole number");
  if (*count < 0 || *count > most_mails)
    return document.error_at(
        entry.value, fmt::format("“{}” is a number of mails, 0 to {}", entry.key, most_mails));
  facts.previous_mails = static_cast<int>(*count);
  return fmt::format("{}", *count);
}

struct Key {
  std::string_view name;
  Written (*read)(const TomlDocument&, const Entry&, InterviewFacts&);
};
constexpr Key keys[] = {{"company", company},
                        {"role", role},
                        {"interviewers", interviewers},
                        {"date", date},
                        {"time-zone", time_zone},
                        {"decision-by", decision_by},
                        {"topics", topics},
                        {"previous-mails", previous_mails}};

}  // namespace

std::vector<std::string> interview_keys() {
  std::vector<std::string> names;
  for (const Key& key : keys)
    names.emplace_back(key.name);
  return names;
}

Result<std::optional<std::string>> read_interview_key(const TomlDocument& document,
                                                      const Entry& entry, InterviewFacts& facts) {
  const auto* key = std::find_if(std::begin(keys), std::end(keys),
                                 [&](const Key& known) { return known.name == entry.key; });
  if (key == std::end(keys))
    return std::optional<std::string>();
  Written written = key->read(document, entry, facts);
  if (!written)
    return std::move(written).error();
  return std::optional<std::string>(*std::move(written));
}

Result<Moment> read_instant(const TomlDocument& document, const Entry& entry) {
  Result<Moment> moment = read_moment(document, entry);
  if (moment && (!moment->time || !moment->offset))
    return document.error_at(
        entry.value,
        fmt::format("“{}” needs a time and an offset: 2026-03-05T09:00:00+01:00", entry.key));
  return moment;
}

Error wrong_type(const TomlDocument& document, const Entry& entry, std::string_view expected) {
  return document.error_at(entry.value, fmt::format("“{}” must be {}, and this is {}", entry.key,
                                                    expected, entry.value.type_name()));
}

}  // namespace mailcheck
