#include "lsp/desk.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/file.hpp"
#include "lint/lint.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/path.hpp"
#include "lsp/rpc.hpp"
#include "report/uri.hpp"

namespace mailcheck {

Source Desk::source_of(const Document& document) {
  const std::string name = name_of_uri(document.uri);
  Source source{.path = name, .bytes = document.text, .format = format_of(name)};
  if (source.format == SourceFormat::automatic && document.language == "markdown")
    source.format = SourceFormat::markdown;
  source.is_too_large = document.is_too_large;
  return source;
}

std::string Desk::folder_of(const Document& document) const {
  const std::string path = path_of_uri(document.uri);
  if (!path.empty())
    return std::string(parent_path(path));
  return client.folders.empty() ? workspace_.current_folder() : client.folders.front();
}

ProjectSetup Desk::setup_of(const Document& document) {
  ProjectSetup setup = workspace_.setup_for(folder_of(document));
  show_error(setup);
  return setup;
}

std::string Desk::path_of(const Document& document) const {
  return join_path(folder_of(document), name_of_uri(document.uri));
}

LintResult Desk::lint(const Document& document, const Source& source,
                      const ProjectSetup& setup) const {
  GivenFacts given = setup.config->given;
  given.now = workspace_.now();
  LintResult result = lint_source(source, *setup.rules, given, *setup.speller);
  apply_config_waivers(setup.config->waivers, path_of(document), result.findings);
  return result;
}

bool Desk::is_draft(const Document& document, const ProjectSetup& setup) const {
  const bool may_be = document.kind == DocumentKind::draft || document.kind == DocumentKind::text;
  if (!may_be || !setup.is_usable())
    return may_be && document.kind == DocumentKind::draft;
  const std::string path = path_of(document);
  if (means_path(setup.config->exclude, path))
    return false;
  const PathPatterns& drafts = setup.config->drafts;
  if (drafts.patterns.empty() || is_mail_language(document.language))
    return document.kind == DocumentKind::draft;
  return means_path(drafts, path);
}

std::string Desk::page_of(const std::string& rule) const {
  return client.shows_pages ? workspace_.rule_page(rule) : std::string();
}

const LintResult* Desk::check(Document& document) {
  if (document.kind != DocumentKind::draft && document.kind != DocumentKind::text)
    return nullptr;
  const ProjectSetup setup = setup_of(document);
  if (!setup.is_usable() || !is_draft(document, setup)) {
    document.result.reset();
    return nullptr;
  }
  if (!document.result)
    document.result = lint(document, source_of(document), setup);
  return &*document.result;
}

void Desk::changed(Document& document) {
  document.result.reset();
  document.is_waiting = document.kind != DocumentKind::other && !client.pulls;
  // A mistake in a configuration is published even to clients that ask for diagnostics.
  document.is_waiting = document.is_waiting || document.kind == DocumentKind::configuration;
}

RulePages Desk::pages() const {
  return [this](const std::string& rule) { return page_of(rule); };
}

bool Desk::is_waiting() const {
  return std::any_of(documents.all().begin(), documents.all().end(),
                     [](const auto& entry) { return entry.second.is_waiting; });
}

void Desk::check_next() {
  for (auto& [uri, document] : documents.all()) {
    if (!document.is_waiting)
      continue;
    document.is_waiting = false;
    if (document.kind == DocumentKind::configuration) {
      static_cast<void>(setup_of(document));
      return;
    }
    // What is no draft is left alone, unless it was one until now.
    const bool is_ours = check(document) != nullptr || is_draft(document, setup_of(document));
    if (is_ours || document.is_shown)
      publish(uri, diagnostics_of(document, client.encoding, pages()), document.version);
    document.is_shown = is_ours;
    return;
  }
}

void Desk::close(const std::string& uri) {
  const Document* document = documents.find(uri);
  if (document == nullptr)
    return;
  const bool was_shown = document->is_shown;
  documents.close(uri);
  if (was_shown)
    publish(uri, Json::Array());
}

void Desk::reload() {
  workspace_.forget();
  for (auto& [uri, document] : documents.all())
    changed(document);
  if (client.pulls && client.pulls_anew)
    ask("workspace/diagnostic/refresh", {});
  if (client.refreshes_lenses)
    ask("workspace/codeLens/refresh", {});
}

void Desk::publish(const std::string& uri, Json diagnostics, std::optional<std::int64_t> version) {
  Json::Object params{{"uri", uri}, {"diagnostics", std::move(diagnostics)}};
  if (version)
    params.push_back({"version", *version});
  send(notification("textDocument/publishDiagnostics", std::move(params)));
}

/// A mistake is shown when it is new, and taken away when it is mended.
void Desk::show_error(const ProjectSetup& setup) {
  const auto shown = errors_.find(setup.config_file);
  if (!setup.error) {
    if (shown != errors_.end()) {
      if (!shown->second.uri.empty())
        publish(shown->second.uri, Json::Array());
      errors_.erase(shown);
    }
    return;
  }
  const Error& error = *setup.error;
  const std::string file = error.file.empty() ? setup.config_file : error.file;
  const std::string path = file.empty() ? file : join_path(workspace_.current_folder(), file);
  ShownError now{fmt::format("{}:{}:{}", error.message, error.line, error.column),
                 path.empty() ? path : uri_of_file(path)};
  if (shown != errors_.end() && shown->second.message == now.message &&
      shown->second.uri == now.uri)
    return;
  if (shown != errors_.end() && !shown->second.uri.empty() && shown->second.uri != now.uri)
    publish(shown->second.uri, Json::Array());
  if (!now.uri.empty())
    publish(now.uri, Json::Array{diagnostic_of(error, client.encoding)});
  const std::string place =
      error.line > 0 ? fmt::format("{}:{}", file, error.line) : (file.empty() ? "mailcheck" : file);
  show_message(1, fmt::format("{}: {} {}", place, sentence_of(error.message),
                              setup.is_usable() ? "The last configuration stays in force."
                                                : "Nothing is checked until it is mended."));
  errors_[setup.config_file] = std::move(now);
}

void Desk::show_message(int type, std::string_view text) {
  send(notification("window/showMessage", Json::Object{{"type", type}, {"message", text}}));
}

void Desk::ask(std::string_view method, Json params) {
  send(request(Json(fmt::format("mailcheck-{}", ++asked_)), method, std::move(params)));
}

std::vector<std::string> Desk::take_outgoing() {
  return std::exchange(outgoing_, {});
}

const Document* Desk::document_of_file(const std::string& path) {
  for (const auto& [uri, document] : documents.all()) {
    if (path_of_uri(uri) == path)
      return &document;
  }
  return nullptr;
}

std::optional<std::string> Desk::text_of_file(const std::string& path) {
  const Document* document = document_of_file(path);
  return document != nullptr ? document->text : workspace_.read(path);
}

std::string Desk::uri_of_file(const std::string& path) {
  const Document* document = document_of_file(path);
  return document != nullptr ? document->uri : uri_of(path);
}

}  // namespace mailcheck
