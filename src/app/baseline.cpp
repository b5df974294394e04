#include "app/baseline.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "lint/fingerprint.hpp"
#include "lsp/json.hpp"
#include "report/escape.hpp"
#include "report/json_writer.hpp"

namespace mailcheck {
namespace {

constexpr std::int64_t schema = 1;

bool is_on(const RuleSet& rules, std::string_view id) {
  return std::any_of(rules.active().begin(), rules.active().end(),
                     [&](const ActiveRule& active) { return active.rule->id == id; });
}

}  // namespace

Baseline::Baseline(std::string file, std::string here)
    : file_(std::move(file)), here_(std::move(here)) {}

Result<Baseline> Baseline::read(const FileSystem& files, const std::string& file,
                                const std::string& here) {
  const Result<std::string> text = files.read(file, baseline_size_limit);
  if (!text)
    return text.error();
  Baseline baseline(file, here);
  if (Result<void> done = baseline.parse(*text); !done)
    return std::move(done).error();
  return baseline;
}

Result<void> Baseline::parse(const std::string& text) {
  const auto fail = [&](const std::string& message) { return Error{message, file_}; };
  const Result<Json> json = parse_json(text);
  if (!json)
    return fail("is no baseline: it is no JSON");
  if ((*json)["schema"].integer() != schema)
    return fail(fmt::format("is no baseline of schema {}", schema));
  const Json::Array* findings = (*json)["findings"].array();
  if (findings == nullptr)
    return fail("is no baseline: it has no list “findings”");
  for (const Json& finding : *findings) {
    const std::string* path = finding["path"].string();
    const std::string* rule = finding["rule"].string();
    const std::string* fingerprint = finding["fingerprint"].string();
    const std::int64_t count = finding["count"].integer().value_or(1);
    if (path == nullptr || rule == nullptr || fingerprint == nullptr || count < 1)
      return fail("is no baseline: a finding needs “path”, “rule” and “fingerprint”");
    Known& known = known_[{*path, *rule, *fingerprint}];
    known.count += static_cast<std::size_t>(count);
    known.left = known.count;
  }
  return {};
}

std::string Baseline::key_path(const std::string& path) const {
  const std::filesystem::path here = here_;
  const std::filesystem::path folder = (here / file_).lexically_normal().parent_path();
  const std::filesystem::path draft = (here / path).lexically_normal();
  return terminal_safe(draft.lexically_relative(folder).string());
}

std::size_t Baseline::take_out(const std::string& path, const RuleSet& rules,
                               std::vector<Finding>& findings) {
  const std::string key = key_path(path);
  if (seen_.insert(key).second) {
    for (auto known = known_.lower_bound({key, {}, {}});
         known != known_.end() && known->first.path == key; ++known)
      known->second.is_sought = is_on(rules, known->first.rule);
  }
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto known = known_.find({key, finding.rule, fingerprint_of(finding)});
    if (known == known_.end() || known->second.left == 0)
      return false;
    --known->second.left;
    return true;
  });
}

bool Baseline::is_gone(const FileSystem& files, const std::string& path) const {
  return files.kind(join_path(parent_path(file_), path)) == FileKind::missing;
}

std::vector<std::string> Baseline::stale(const FileSystem& files) const {
  std::vector<std::string> stale;
  for (const auto& [key, known] : known_) {
    const bool is_stale = seen_.contains(key.path) ? known.is_sought : is_gone(files, key.path);
    if (is_stale)
      stale.insert(stale.end(), known.left, fmt::format("{}: {}", key.path, key.rule));
  }
  return stale;
}

void Baseline::put_in(const std::string& path, const std::vector<Finding>& findings) {
  const std::string key = key_path(path);
  // Further messages of the same file are added to its first one.
  if (seen_.insert(key).second)
    std::erase_if(known_, [&](const auto& entry) { return entry.first.path == key; });
  for (const Finding& finding : findings)
    ++known_[{key, finding.rule, fingerprint_of(finding)}].count;
}

void Baseline::drop_missing(const FileSystem& files) {
  std::erase_if(known_, [&](const auto& entry) {
    return !seen_.contains(entry.first.path) && is_gone(files, entry.first.path);
  });
}

std::size_t Baseline::size() const {
  std::size_t size = 0;
  for (const auto& [key, known] : known_)
    size += known.count;
  return size;
}

/// One line a finding, so that version control shows what came and went.
std::string Baseline::text() const {
  std::string out = fmt::format("{{\n  \"schema\": {},\n  \"findings\": [", schema);
  bool is_first = true;
  for (const auto& [key, known] : known_) {
    JsonWriter json(JsonStyle::one_line);
    json.begin_object();
    json.key("path").string(key.path);
    json.key("rule").string(key.rule);
    json.key("fingerprint").string(key.fingerprint);
    json.key("count").number(known.count);
    json.end_object();
    out += fmt::format("{}\n    {}", is_first ? "" : ",", json.take());
    is_first = false;
  }
  return out + (is_first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace mailcheck
