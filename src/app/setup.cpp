#include "app/setup.hpp"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "app/embedded.hpp"
#include "lint/project_folder.hpp"
#include "lint/toml_text.hpp"
#include "spelling/dictionary.hpp"

namespace mailcheck {
namespace {

constexpr const char* command_line = "command line";

void apply_options(Config& config, const Options& options) {
  for (const auto& [target, severity] : options.severities) {
    config.severities.push_back({target, severity, {}});
    record_value(config, "severity." + target, toml_quoted(name_of(severity)), command_line);
  }
  if (options.language) {
    config.language = options.language;
    record_value(config, "language", toml_quoted(options.language->tag), command_line);
  }
  if (options.fail_on) {
    config.fail_on = *options.fail_on;
    const bool never = *options.fail_on == Severity::off;
    record_value(config, "fail-on", toml_quoted(never ? "never" : name_of(*options.fail_on)),
                 command_line);
  }
  if (options.stage)
    config.given.stage = options.stage;
  config.select = options.select;
  config.ignore = options.ignore;
}

/// Patterns start from the folder of their configuration, which may be written in two ways.
void make_absolute(PathPatterns& paths, const Session& session) {
  paths.folder = absolute_path(session, paths.folder);
}

std::optional<Sending> sending_of(const Session& session) {
  if (session.options.now)
    return Sending{*session.options.now, SendingSource::given};
  if (session.environment.now)
    return Sending{*session.environment.now, SendingSource::clock};
  return std::nullopt;
}

SpellerOptions speller_options(const Config& config) {
  SpellerOptions options;
  options.language = config.language.value_or(Language());
  options.words = config.words;
  return options;
}

/// A language that was asked for must be there; without a dictionary every word would be right.
std::optional<Error> missing_dictionary(const SpellerOptions& options) {
  const Language& language = options.language;
  if (language.is_english() ||
      !Dictionary::find(options.dictionary_folders, language.dictionary()).empty())
    return std::nullopt;
  return Error{
      fmt::format("The language “{}” cannot be checked: there is no Hunspell dictionary "
                  "{}.aff and {}.dic in {}",
                  language.tag, language.dictionary(), language.dictionary(),
                  fmt::join(options.dictionary_folders, " or "))};
}

}  // namespace

std::string absolute_path(const Session& session, const std::string& path) {
  const std::filesystem::path here = session.environment.current_folder;
  std::string absolute = (here / path).lexically_normal().string();
  while (absolute.size() > 1 && absolute.ends_with('/'))
    absolute.pop_back();
  return absolute;
}

std::string project_config(const Session& session, const std::string& folder) {
  if (session.options.no_config)
    return {};
  if (!session.options.config_file.empty())
    return session.options.config_file;
  std::string found = find_config(session.files, absolute_path(session, folder));
  const std::string prefix = session.environment.current_folder + "/";
  return found.starts_with(prefix) ? found.substr(prefix.size()) : found;
}

Result<Config> load_config(const Session& session, const std::string& project_file) {
  Config config;
  record_value(config, "fail-on", toml_quoted("warning"), "default");
  const Presets presets(embedded_presets());
  const std::string& user_file = session.environment.user_config;
  if (!session.options.no_config && !user_file.empty() &&
      session.files.kind(user_file) != FileKind::missing) {
    if (Result<void> done =
            apply_config_file(config, session.files, user_file, ConfigAuthor::user, presets);
        !done)
      return std::move(done).error();
  }
  const std::string& user_words = session.environment.user_words;
  if (!session.options.no_config && !user_words.empty() &&
      session.files.kind(user_words) != FileKind::missing) {
    if (Result<void> done = apply_word_file(config, session.files, user_words); !done)
      return std::move(done).error();
  }
  // The user's own file may also be found on the way up from a draft.
  if (!project_file.empty() && project_file != user_file) {
    const bool was_found = session.options.config_file.empty();
    if (was_found && !ProjectFolder(session.files, project_file).holds(project_file))
      return Error{"is a symbolic link out of its folder; name the file with --config",
                   project_file};
    if (Result<void> done =
            apply_config_file(config, session.files, project_file, ConfigAuthor::project, presets);
        !done)
      return std::move(done).error();
  }
  if (const std::string& context = session.options.context_file; !context.empty()) {
    if (Result<void> done = apply_context_file(config, session.files, context); !done)
      return std::move(done).error();
  }
  apply_options(config, session.options);
  for (ConfigWaiver& waiver : config.waivers)
    make_absolute(waiver.paths, session);
  make_absolute(config.drafts, session);
  make_absolute(config.exclude, session);
  config.given.now = sending_of(session);
  return config;
}

Result<std::unique_ptr<Setup>> make_setup(const Session& session, const std::string& project_file) {
  Result<Config> config = load_config(session, project_file);
  if (!config)
    return std::move(config).error();
  if (config->language)
    config->given.language = config->language->tag;
  Result<RuleSet> rules = RuleSet::build(embedded_rules(), session.files, *config);
  if (!rules)
    return std::move(rules).error();
  const SpellerOptions speller = speller_options(*config);
  if (std::optional<Error> missing = missing_dictionary(speller))
    return *std::move(missing);
  // Aggregate initialization builds the speller, which cannot move, in its place.
  return std::unique_ptr<Setup>(
      new Setup{*std::move(config), *std::move(rules), Speller(speller, embedded_lexicon())});
}

const Setup* SetupCache::find(std::string_view folder) {
  auto known = file_by_folder_.find(folder);
  if (known == file_by_folder_.end())
    known = file_by_folder_.emplace(folder, project_config(session_, std::string(folder))).first;
  const std::string& file = known->second;
  const auto made = setup_by_file_.find(file);
  if (made != setup_by_file_.end())
    return made->second.get();
  Result<std::unique_ptr<Setup>> setup = make_setup(session_, file);
  if (!setup)
    error_ = setup.error();
  return (setup_by_file_[file] = setup ? *std::move(setup) : nullptr).get();
}

std::optional<Error> SetupCache::take_error() {
  return std::exchange(error_, std::nullopt);
}

}  // namespace mailcheck
