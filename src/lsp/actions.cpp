// Code actions: what a finding can be mended with, and the ways to keep what it flags.

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/glob.hpp"
#include "base/utf8.hpp"
#include "fix/fixes.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/edits.hpp"
#include "lsp/features.hpp"
#include "lsp/keep_edits.hpp"
#include "lsp/path.hpp"

namespace mailcheck {
namespace {

/// Rules, and words, of one request for which ways to keep them are offered: a request may be about
/// the whole document.
constexpr std::size_t subject_limit = 8;

constexpr std::string_view misspelling_rule = "misspelling";

/// Whether the client wants actions of a kind: “source” stands for all below it.
bool wants(const Json& context, std::string_view kind) {
  const Json::Array* only = context["only"].array();
  if (only == nullptr)
    return true;
  return std::any_of(only->begin(), only->end(), [&](const Json& item) {
    const std::string* wanted = item.string();
    return wanted != nullptr &&
           (wanted->empty() || kind == *wanted || kind.starts_with(*wanted + "."));
  });
}

/// The folder in which a configuration for a document is made: the workspace's, if it lies in one.
std::string config_folder(const Desk& desk, const Document& document) {
  const std::string folder = desk.folder_of(document);
  std::string best;
  for (const std::string& root : desk.client.folders) {
    const bool within = folder == root || folder.starts_with(root + "/");
    if (within && root.size() > best.size())
      best = root;
  }
  return best.empty() ? folder : best;
}

class ActionList {
 public:
  ActionList(Desk& desk, const Document& document)
      : desk_(desk),
        document_(document),
        setup_(desk.setup_of(document)),
        source_(Desk::source_of(document)),
        map_(document.text, desk.client.encoding) {}

  void add_fixes(SourceSpan range) {
    for (const Finding& finding : document_.result->findings) {
      if (!is_meant(finding, range))
        continue;
      for (std::size_t i = 0; i < finding.fixes.size(); ++i)
        add_fix(finding, finding.fixes[i], i == 0 && finding.fixes[i].safe);
    }
  }

  void add_keeping(SourceSpan range) {
    std::set<std::string> words;
    std::set<std::string> rules;
    for (const Finding& finding : document_.result->findings) {
      if (!is_meant(finding, range))
        continue;
      if (finding.rule == misspelling_rule && words.size() < subject_limit &&
          words.insert(finding.text).second)
        add_words(finding);
      if (rules.size() < subject_limit && rules.insert(finding.rule).second)
        add_ignoring(finding);
    }
  }

  void add_fix_all() {
    const FixedDraft fixed = fix_draft(source_, FixChoice::safe, [&](const Source& source) {
      return desk_.lint(document_, source, setup_);
    });
    if (fixed.bytes == source_.bytes)
      return;
    std::optional<Json> edit =
        edit_of_document(desk_.client, document_, {difference(source_.bytes, fixed.bytes)});
    if (edit)
      actions_.push_back(Json::Object{
          {"title", "Apply all safe fixes"}, {"kind", fix_all_kind}, {"edit", *std::move(edit)}});
  }

  [[nodiscard]] Json take() { return std::move(actions_); }

 private:
  static bool is_meant(const Finding& finding, SourceSpan range) {
    return finding.span.begin <= range.end && range.begin <= finding.span.end;
  }

  void add(const std::string& title, const Finding& finding, std::optional<Json> edit,
           bool is_preferred = false) {
    if (!edit)
      return;
    Json::Object action{
        {"title", title},
        {"kind", "quickfix"},
        {"diagnostics", Json::Array{diagnostic_of(finding, map_, desk_.page_of(finding.rule))}},
        {"edit", *std::move(edit)}};
    if (is_preferred)
      action.push_back({"isPreferred", true});
    actions_.push_back(std::move(action));
  }

  void add_fix(const Finding& finding, const Fix& fix, bool is_preferred) {
    add(fix.title, finding, edit_of_document(desk_.client, document_, fix.edits), is_preferred);
  }

  void add_words(const Finding& finding) {
    if (const std::string path = desk_.workspace().user_words(); !path.empty())
      add_file(fmt::format("Add “{}” to your dictionary", finding.text), finding, path,
               add_word_to_list, finding.text);
    add_file(fmt::format("Add “{}” to the project's dictionary", finding.text), finding,
             config_path(), add_word_to_config, finding.text);
  }

  void add_ignoring(const Finding& finding) {
    if (const std::optional<SourceEdit> edit = waive_in_draft(source_, finding.rule))
      add(fmt::format("Ignore “{}” in this draft", finding.rule), finding,
          edit_of_document(desk_.client, document_, {*edit}));
    const std::string config = config_path();
    if (const std::string path = pattern_below(config); !path.empty())
      add_file(
          fmt::format("Ignore “{}” in this draft, in mailcheck.toml", finding.rule), finding,
          config,
          [&path](const std::string& text, const std::string& rule) {
            return waive_in_config(text, rule, path);
          },
          finding.rule);
    add_file(fmt::format("Turn off “{}” in mailcheck.toml", finding.rule), finding, config,
             turn_off_in_config, finding.rule);
  }

  /// The draft as a configuration names it; empty when it does not lie below that or its name would
  /// be a pattern.
  [[nodiscard]] std::string pattern_below(const std::string& config) const {
    const std::string path = path_of_uri(document_.uri);
    const std::string folder = std::string(parent_path(config)) + "/";
    if (path.empty() || !path.starts_with(folder) || find_invalid_utf8(path) != path.size())
      return {};
    std::string pattern = "./" + path.substr(folder.size());
    return is_literal_glob(pattern) ? pattern : std::string();
  }

  [[nodiscard]] std::string config_path() const {
    return setup_.config_file.empty() ? join_path(config_folder(desk_, document_), "mailcheck.toml")
                                      : setup_.config_file;
  }

  using MakeEdit =
      std::function<std::optional<SourceEdit>(const std::string& text, const std::string& subject)>;

  void add_file(const std::string& title, const Finding& finding, const std::string& path,
                const MakeEdit& make_edit, const std::string& subject) {
    const Document* open = desk_.document_of_file(path);
    std::optional<std::string> text = desk_.text_of_file(path);
    TargetFile file{.uri = desk_.uri_of_file(path)};
    file.is_missing = !text && desk_.workspace().is_free(path);
    // What the editor has open and is not ours has no text here.
    if ((!text && !file.is_missing) || (open != nullptr && open->kind == DocumentKind::other))
      return;
    file.version = open == nullptr ? std::nullopt : open->version;
    file.text = text.value_or(std::string());
    if (const std::optional<SourceEdit> edit = make_edit(file.text, subject))
      add(title, finding, edit_of_file(desk_.client, file, *edit));
  }

  Desk& desk_;
  const Document& document_;
  ProjectSetup setup_;
  Source source_;
  PositionMap map_;
  Json::Array actions_;
};

}  // namespace

FeatureAnswer code_actions(Desk& desk, Document& document, const Json& params) {
  const std::optional<Range> range = read_range(params["range"]);
  if (!range)
    return std::nullopt;
  if (desk.check(document) == nullptr)
    return Json(Json::Array());
  const SourceSpan span = PositionMap(document.text, desk.client.encoding).span(*range);
  ActionList actions(desk, document);
  if (wants(params["context"], "quickfix")) {
    actions.add_fixes(span);
    actions.add_keeping(span);
  }
  if (wants(params["context"], fix_all_kind))
    actions.add_fix_all();
  return actions.take();
}

}  // namespace mailcheck
