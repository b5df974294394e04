#include "app/lsp_workspace.hpp"

#include <string_view>
#include <utility>

#include "report/uri.hpp"

namespace mailcheck {
namespace {

/// Folders whose configuration is remembered; beyond that they are searched anew.
constexpr std::size_t folder_limit = 1000;

}  // namespace

std::string DiskWorkspace::config_file_for(const std::string& folder) {
  const auto known = file_by_folder_.find(folder);
  if (known != file_by_folder_.end())
    return known->second;
  if (file_by_folder_.size() >= folder_limit)
    file_by_folder_.clear();
  return file_by_folder_[folder] = project_config(session_, folder);
}

ProjectSetup DiskWorkspace::setup_for(const std::string& folder) {
  const std::string file = config_file_for(folder);
  Known& known = by_file_[file];
  if (known.is_stale) {
    known.is_stale = false;
    known.error.reset();
    if (Result<std::unique_ptr<Setup>> setup = make_setup(session_, file))
      known.setup = *std::move(setup);
    else
      known.error = std::move(setup).error();
  }
  ProjectSetup setup;
  setup.config_file = file.empty() ? file : join_path(session_.environment.current_folder, file);
  setup.error = known.error;
  if (known.setup) {
    setup.config = &known.setup->config;
    setup.rules = &known.setup->rules;
    setup.speller = &known.setup->speller;
  }
  return setup;
}

/// What nobody has asked for since the last time is dropped, so that setups do not pile up.
void DiskWorkspace::forget() {
  file_by_folder_.clear();
  std::erase_if(by_file_, [](const auto& entry) { return entry.second.is_stale; });
  for (auto& [file, known] : by_file_)
    known.is_stale = true;
}

std::optional<Sending> DiskWorkspace::now() const {
  const std::optional<Moment> moment = read_clock();
  return moment ? std::optional(Sending{*moment, SendingSource::clock}) : std::nullopt;
}

std::optional<std::string> DiskWorkspace::read(const std::string& path) const {
  Result<std::string> text = session_.files.read(path, word_file_limit);
  return text ? std::optional(*std::move(text)) : std::nullopt;
}

bool DiskWorkspace::is_free(const std::string& path) const {
  return session_.files.kind(path) == FileKind::missing;
}

std::string DiskWorkspace::user_words() const {
  return session_.environment.user_words;
}

std::string DiskWorkspace::user_config() const {
  return session_.environment.user_config;
}

std::string DiskWorkspace::rule_page(const std::string& id) const {
  constexpr std::string_view folder = MAILCHECK_RULE_PAGES;
  const auto known = pages_.find(id);
  if (known != pages_.end())
    return known->second;
  const std::string path = join_path(folder, id + ".md");
  const bool is_there = session_.files.kind(path) == FileKind::regular;
  return pages_[id] = is_there ? uri_of(path) : std::string();
}

std::string DiskWorkspace::current_folder() const {
  return session_.environment.current_folder;
}

}  // namespace mailcheck
