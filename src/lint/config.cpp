#include "lint/config.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/line_index.hpp"
#include "base/utf8.hpp"
#include "lint/interview_keys.hpp"
#include "lint/project_folder.hpp"
#include "lint/toml.hpp"
#include "lint/toml_text.hpp"
#include "spelling/word_list.hpp"

namespace mailcheck {
namespace {

std::string quoted_names(std::span<const std::string> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0)
      out += i + 1 < names.size() ? ", " : " and ";
    out += "“" + names[i] + "”";
  }
  return out;
}

/// Whether a relative path, read component by component, ever leaves its folder.
bool leaves_folder(std::string_view path) {
  if (path.starts_with('/'))
    return true;
  std::size_t depth = 0;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view component = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (component.empty() || component == ".")
      continue;
    if (component != "..") {
      ++depth;
      continue;
    }
    if (depth == 0)
      return true;
    --depth;
  }
  return false;
}

/// Where files that a configuration names come from.
struct ConfigFiles {
  const FileSystem& files;
  const Presets& presets;
  ConfigAuthor author;
  std::size_t named = 0;  ///< Files, folders and presets so far: each may name several others.
};

Result<void> apply_text(Config& config, ConfigFiles& files, const std::string& path,
                        std::string text, std::size_t depth);

/// Reads one document into a configuration; one member function a key.
class ConfigReader {
 public:
  ConfigReader(Config& config, ConfigFiles& files, const TomlDocument& document, std::size_t depth)
      : config_(config),
        files_(files.files),
        all_(files),
        document_(document),
        author_(files.author),
        depth_(depth),
        lines_(document.text) {}

  Result<void> read() {
    // What a file extends lies under all of it, wherever the key stands.
    for (const Entry& entry : document_.root.entries) {
      if (entry.key != "extends")
        continue;
      if (Result<void> done = extend(entry); !done)
        return done;
    }
    static constexpr Key keys[] = {
        {"extends", &ConfigReader::extended},  {"rules", &ConfigReader::rules},
        {"language", &ConfigReader::language}, {"fail-on", &ConfigReader::fail_on},
        {"severity", &ConfigReader::severity}, {"options", &ConfigReader::options},
        {"spelling", &ConfigReader::spelling}, {"interview", &ConfigReader::interview},
        {"waiver", &ConfigReader::waivers},    {"drafts", &ConfigReader::drafts},
        {"exclude", &ConfigReader::exclude}};
    return read_keys(document_.root, keys, "");
  }

  /// The facts of a context file, at its top or in `[interview]`.
  Result<void> read_context() {
    for (const Entry& entry : document_.root.entries) {
      if (entry.key == "stage" || entry.key == "interview") {
        if (Result<void> done = entry.key == "stage" ? stage(entry) : interview(entry); !done)
          return done;
        continue;
      }
      const Result<bool> is_known = read_fact(entry);
      if (!is_known)
        return is_known.error();
      if (!*is_known) {
        std::vector<std::string> names = interview_keys();
        names.insert(names.end(), {"stage", "interview"});
        return no_such_key(entry, names, "");
      }
    }
    return {};
  }

 private:
  using Entry = TomlTable::Entry;
  struct Key {
    std::string_view name;
    Result<void> (ConfigReader::*read)(const Entry&);
  };

  Result<void> read_keys(const TomlTable& table, std::span<const Key> keys,
                         std::string_view table_name) {
    for (const Entry& entry : table.entries) {
      const auto key = std::find_if(keys.begin(), keys.end(),
                                    [&](const Key& known) { return known.name == entry.key; });
      if (key == keys.end())
        return unknown_key(entry, keys, table_name);
      if (Result<void> done = (this->*key->read)(entry); !done)
        return done;
    }
    return {};
  }

  [[nodiscard]] Error unknown_key(const Entry& entry, std::span<const Key> keys,
                                  std::string_view table_name) const {
    std::vector<std::string> names;
    for (const Key& key : keys)
      names.emplace_back(key.name);
    return no_such_key(entry, names, table_name);
  }

  [[nodiscard]] Error no_such_key(const Entry& entry, const std::vector<std::string>& names,
                                  std::string_view table_name) const {
    const std::string where = table_name.empty() ? "" : fmt::format(" in [{}]", table_name);
    std::string hint = did_you_mean(entry.key, names);
    if (hint.empty())
      hint = fmt::format("; the keys{} are {}", where.empty() ? " here" : " there",
                         quoted_names(names));
    return document_.error_at(entry,
                              fmt::format("there is no key “{}”{}{}", entry.key, where, hint));
  }

  /// Was read before all others.
  Result<void> extended(const Entry&) { return {}; }

  Result<void> extend(const Entry& entry) {
    const Result<std::vector<std::string>> names = toml_strings(document_, entry.value);
    if (!names)
      return names.error();
    const TomlArray* array = entry.value.array();
    for (std::size_t i = 0; i < names->size(); ++i) {
      const TomlValue& value = array == nullptr ? entry.value : (*array)[i];
      if (depth_ == extends_depth_limit)
        return document_.error_at(
            value, fmt::format("files that extend files go no deeper than {}; does this one "
                               "extend itself?",
                               extends_depth_limit));
      if (Result<void> counted = count_name(value); !counted)
        return counted;
      const std::string& name = (*names)[i];
      Result<void> done =
          name.starts_with(preset_prefix) ? extend_preset(name, value) : extend_file(name, value);
      if (!done)
        return done;
    }
    append_record("extends", toml_list(*names), entry);
    return {};
  }

  Result<void> extend_preset(const std::string& name, const TomlValue& value) {
    const std::string wanted = name.substr(preset_prefix.size());
    const Preset* preset = all_.presets.find(wanted);
    if (preset != nullptr)
      return apply_text(config_, all_, name, std::string(preset->text), depth_ + 1);
    std::vector<std::string> known;
    for (const Preset& one : all_.presets.all())
      known.emplace_back(one.name);
    std::string hint = did_you_mean(wanted, known);
    if (hint.empty() && !known.empty())
      hint = "; there are " + quoted_names(known);
    return document_.error_at(value, fmt::format("there is no preset “{}”{}", wanted, hint));
  }

  Result<void> extend_file(const std::string& name, const TomlValue& value) {
    const Result<std::string> path = checked_path(name, value);
    if (!path)
      return path.error();
    Result<std::string> text = files_.read(*path, toml_size_limit);
    if (!text)
      return document_.error_at(
          value, fmt::format("“{}” cannot be used: {}", *path, text.error().message));
    return apply_text(config_, all_, *path, *std::move(text), depth_ + 1);
  }

  Result<void> rules(const Entry& entry) {
    return read_paths(entry, "rules", [&](const std::string& path, const TomlValue& value) {
      config_.rule_paths.push_back(path);
      const std::optional<std::string> stray = stray_in(path);
      return stray ? document_.error_at(value, outside_text(*stray)) : Result<void>();
    });
  }

  Result<void> language(const Entry& entry) {
    const std::string* name = entry.value.string();
    const std::optional<Language> language =
        name == nullptr ? std::nullopt : Language::named(*name);
    if (!language)
      return document_.error_at(entry.value,
                                "the language is “en-US”, “en-GB” or another one of which Hunspell "
                                "has a dictionary, as in “de-DE”");
    config_.language = language;
    record("language", toml_quoted(*name), entry);
    return {};
  }

  Result<void> fail_on(const Entry& entry) {
    const std::string* name = entry.value.string();
    const std::optional<Severity> level =
        name == nullptr || *name == "off" ? std::nullopt : severity_named(*name);
    if (!level && (name == nullptr || *name != "never"))
      return document_.error_at(entry.value,
                                "fail-on is “error”, “warning”, “suggestion” or “never”");
    config_.fail_on = level.value_or(Severity::off);
    record("fail-on", toml_quoted(*name), entry);
    return {};
  }

  Result<void> severity(const Entry& entry) {
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return wrong_type(entry, "a table, [severity]");
    for (const Entry& choice : table->entries) {
      const std::string* name = choice.value.string();
      const std::optional<Severity> level = name == nullptr ? std::nullopt : severity_named(*name);
      if (!level)
        return document_.error_at(choice.value,
                                  "a severity is “error”, “warning”, “suggestion” or “off”");
      config_.severities.push_back({choice.key, *level, place_of(choice)});
      record("severity." + toml_key(choice.key), toml_quoted(*name), choice);
    }
    return {};
  }

  Result<void> options(const Entry& entry) {
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return wrong_type(entry, "tables, [options.<rule>]");
    for (const Entry& rule : table->entries) {
      const TomlTable* params = rule.value.table();
      if (params == nullptr)
        return document_.error_at(
            rule, fmt::format("the options of a rule are a table: [options.{}]", rule.key));
      config_.option_places[rule.key] = place_of(rule);
      for (const Entry& param : params->entries) {
        if (Result<void> done = option(rule.key, param); !done)
          return done;
      }
    }
    return {};
  }

  Result<void> option(const std::string& rule, const Entry& entry) {
    const std::string key = fmt::format("options.{}.{}", toml_key(rule), toml_key(entry.key));
    const auto keep = [&](ParamValue value, std::string text) {
      config_.options[rule].set(entry.key, std::move(value), place_of(entry));
      record(key, std::move(text), entry);
      return Result<void>();
    };
    if (const std::string* text = entry.value.string())
      return keep(*text, toml_quoted(*text));
    if (const std::int64_t* number = entry.value.integer())
      return keep(*number, fmt::format("{}", *number));
    if (const bool* flag = entry.value.boolean())
      return keep(*flag, *flag ? "true" : "false");
    if (entry.value.array() == nullptr)
      return document_.error_at(
          entry.value,
          fmt::format("an option is a string, a whole number, true, false or a list of "
                      "strings; this is {}",
                      entry.value.type_name()));
    Result<std::vector<std::string>> list = toml_strings(document_, entry.value);
    if (!list)
      return std::move(list).error();
    std::string text = toml_list(*list);
    return keep(*std::move(list), std::move(text));
  }

  Result<void> waivers(const Entry& entry) {
    Result<std::vector<ConfigWaiver>> waivers =
        read_config_waivers(document_, entry, std::string(parent_path(document_.file)));
    if (!waivers)
      return std::move(waivers).error();
    config_.waivers.insert(config_.waivers.end(), waivers->begin(), waivers->end());
    append_record("waiver", toml_of(*waivers), entry);
    return {};
  }

  Result<void> drafts(const Entry& entry) { return patterns(entry, config_.drafts); }
  Result<void> exclude(const Entry& entry) { return patterns(entry, config_.exclude); }

  /// Patterns of the nearest file count, since each starts from the folder of its own.
  Result<void> patterns(const Entry& entry, PathPatterns& to) {
    Result<std::vector<std::string>> list = toml_strings(document_, entry.value);
    if (!list)
      return std::move(list).error();
    record(entry.key, toml_list(*list), entry);
    to = {std::string(parent_path(document_.file)), *std::move(list)};
    return {};
  }

  Result<void> spelling(const Entry& entry) {
    static constexpr Key keys[] = {{"words", &ConfigReader::words},
                                   {"dictionaries", &ConfigReader::dictionaries}};
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return wrong_type(entry, "a table, [spelling]");
    return read_keys(*table, keys, "spelling");
  }

  Result<void> words(const Entry& entry) {
    Result<std::vector<std::string>> list = toml_strings(document_, entry.value);
    if (!list)
      return std::move(list).error();
    append(config_.words, *list);
    append_record("spelling.words", toml_list(*list), entry);
    return {};
  }

  Result<void> dictionaries(const Entry& entry) {
    return read_paths(entry, "spelling.dictionaries",
                      [&](const std::string& path, const TomlValue& value) -> Result<void> {
                        Result<void> added = apply_word_file(config_, files_, path);
                        return added ? added : document_.error_at(value, added.error().message);
                      });
  }

  Result<void> interview(const Entry& entry) {
    const TomlTable* table = entry.value.table();
    if (table == nullptr)
      return wrong_type(entry, "a table, [interview]");
    for (const Entry& fact : table->entries) {
      const Result<bool> is_known = read_fact(fact);
      if (!is_known)
        return is_known.error();
      if (!*is_known)
        return no_such_key(fact, interview_keys(), "interview");
    }
    return {};
  }

  /// False when there is no such fact.
  Result<bool> read_fact(const Entry& entry) {
    Result<std::optional<std::string>> value =
        read_interview_key(document_, entry, config_.given.interview);
    if (!value)
      return std::move(value).error();
    if (!value->has_value())
      return false;
    record("interview." + entry.key, **std::move(value), entry);
    return true;
  }

  Result<void> stage(const Entry& entry) {
    const std::string* name = entry.value.string();
    if (name == nullptr)
      return wrong_type(entry, "a string");
    const std::optional<Stage> stage = stage_named(*name);
    if (!stage && *name != "auto") {
      std::vector<std::string> names{"auto"};
      for (const Stage known : all_stages)
        names.emplace_back(name_of(known));
      std::string hint = did_you_mean(*name, names);
      if (hint.empty())
        hint = "; the stages are " + quoted_names(names);
      return document_.error_at(entry.value, fmt::format("there is no stage “{}”{}", *name, hint));
    }
    config_.given.stage = stage;
    return {};
  }

  /// Checks each path of a string or list of strings and hands it, joined to this file's folder,
  /// to `use`.
  template <class Use>
  Result<void> read_paths(const Entry& entry, const std::string& key, Use use) {
    Result<std::vector<std::string>> paths = toml_strings(document_, entry.value);
    if (!paths)
      return std::move(paths).error();
    const TomlArray* array = entry.value.array();
    for (std::size_t i = 0; i < paths->size(); ++i) {
      const TomlValue& value = array == nullptr ? entry.value : (*array)[i];
      if (Result<void> counted = count_name(value); !counted)
        return counted;
      Result<std::string> path = checked_path((*paths)[i], value);
      if (!path)
        return std::move(path).error();
      if (Result<void> done = use(*path, value); !done)
        return done;
    }
    append_record(key, toml_list(*paths), entry);
    return {};
  }

  Result<void> count_name(const TomlValue& value) {
    if (++all_.named <= config_name_limit)
      return {};
    return document_.error_at(
        value, fmt::format("a configuration names at most {} files", config_name_limit));
  }

  static std::string outside_text(std::string_view path) {
    return fmt::format(
        "“{}” lies outside this file's folder; a project's configuration may only name what is "
        "below it",
        path);
  }

  /// A file in a folder of rules that lies elsewhere, where nothing may.
  [[nodiscard]] std::optional<std::string> stray_in(const std::string& path) const {
    if (author_ == ConfigAuthor::user)
      return std::nullopt;
    return ProjectFolder(files_, document_.file).stray_in(path);
  }

  [[nodiscard]] Result<std::string> checked_path(std::string path, const TomlValue& value) const {
    if (author_ == ConfigAuthor::project && leaves_folder(path))
      return document_.error_at(value, outside_text(path));
    while (path.size() > 1 && path.ends_with('/'))
      path.pop_back();
    std::string joined = join_path(parent_path(document_.file), path);
    const FileKind kind = files_.kind(joined);
    if (path.empty() || kind == FileKind::missing)
      return document_.error_at(value, fmt::format("there is no file or folder “{}”", joined));
    if (kind == FileKind::other || kind == FileKind::unreadable)
      return document_.error_at(value,
                                fmt::format("“{}” is no file or folder that can be read", joined));
    if (author_ == ConfigAuthor::project && !ProjectFolder(files_, document_.file).holds(joined))
      return document_.error_at(value, outside_text(joined));
    return joined;
  }

  static void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  [[nodiscard]] Error wrong_type(const Entry& entry, std::string_view expected) const {
    return mailcheck::wrong_type(document_, entry, expected);
  }

  [[nodiscard]] ParamPlace place_of(const Entry& entry) const {
    return {document_.file, entry.line, entry.column, std::string(lines_.line(entry.line))};
  }

  [[nodiscard]] std::string origin_of(const Entry& entry) const {
    return fmt::format("{}:{}", document_.file, entry.line);
  }
  void record(std::string key, std::string value, const Entry& entry) {
    record_value(config_, std::move(key), std::move(value), origin_of(entry));
  }
  /// For lists that grow from file to file, so that each file's part stays to be seen.
  void append_record(std::string key, std::string value, const Entry& entry) {
    config_.values.push_back({std::move(key), std::move(value), origin_of(entry)});
  }

  Config& config_;
  const FileSystem& files_;
  ConfigFiles& all_;
  const TomlDocument& document_;
  ConfigAuthor author_;
  std::size_t depth_;  // of `extends`
  LineIndex lines_;
};

Result<void> apply_text(Config& config, ConfigFiles& files, const std::string& path,
                        std::string text, std::size_t depth) {
  const Result<TomlDocument> document = parse_toml(path, std::move(text));
  if (!document)
    return document.error();
  return ConfigReader(config, files, *document, depth).read();
}

}  // namespace

void record_value(Config& config, std::string key, std::string value, std::string origin) {
  const auto same = std::find_if(config.values.begin(), config.values.end(),
                                 [&](const ConfigValue& known) { return known.key == key; });
  if (same == config.values.end()) {
    config.values.push_back({std::move(key), std::move(value), std::move(origin)});
    return;
  }
  same->value = std::move(value);
  same->origin = std::move(origin);
}

Result<void> apply_config_file(Config& config, const FileSystem& files, const std::string& path,
                               ConfigAuthor author, const Presets& presets) {
  Result<std::string> text = files.read(path, toml_size_limit);
  if (!text)
    return std::move(text).error();
  ConfigFiles all{files, presets, author};
  return apply_text(config, all, path, *std::move(text), 0);
}

Result<void> apply_context_file(Config& config, const FileSystem& files, const std::string& path) {
  Result<std::string> text = files.read(path, toml_size_limit);
  if (!text)
    return std::move(text).error();
  const Result<TomlDocument> document = parse_toml(path, *std::move(text));
  if (!document)
    return document.error();
  const Presets none("");
  ConfigFiles all{files, none, ConfigAuthor::user};
  return ConfigReader(config, all, *document, 0).read_context();
}

Result<void> apply_word_file(Config& config, const FileSystem& files, const std::string& path) {
  Result<std::string> text = files.read(path, word_file_limit);
  if (!text)
    return Error{fmt::format("the word file “{}” cannot be used: {}", path, text.error().message)};
  if (find_invalid_utf8(*text) != text->size())
    return Error{fmt::format("the word file “{}” is not UTF-8", path)};
  for (std::string& word : parse_word_list(*text))
    config.words.push_back(std::move(word));
  return {};
}

std::string find_config(const FileSystem& files, const std::string& folder) {
  std::string_view current = folder;
  while (true) {
    for (const std::string_view name : {"mailcheck.toml", ".mailcheck.toml"}) {
      std::string path = join_path(current, name);
      const FileKind kind = files.kind(path);
      // A file that is there and cannot be read must stop the run, not be passed over.
      if (kind == FileKind::regular || kind == FileKind::unreadable)
        return path;
    }
    if (current.empty() || current == "/")
      return {};
    current = parent_path(current);
  }
}

}  // namespace mailcheck
