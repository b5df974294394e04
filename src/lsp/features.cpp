#include "lsp/features.hpp"

#include "lsp/diagnostics.hpp"

namespace mailcheck {
namespace {

struct FeatureName {
  std::string_view method;
  Feature feature;
};

constexpr FeatureName features[] = {
    {"textDocument/codeAction", code_actions},     {"textDocument/codeLens", code_lenses},
    {"textDocument/completion", completion},       {"textDocument/diagnostic", pull_diagnostics},
    {"textDocument/documentLink", document_links}, {"textDocument/hover", hover}};

/// `TextDocumentSyncKind`: only what has changed.
constexpr int incremental = 2;

}  // namespace

Feature feature_named(std::string_view method) {
  for (const FeatureName& known : features) {
    if (known.method == method)
      return known.feature;
  }
  return nullptr;
}

Json capabilities_for(const Client& client) {
  Json::Object capabilities{
      {"positionEncoding", name_of(client.encoding)},
      {"textDocumentSync", Json::Object{{"openClose", true},
                                        {"change", incremental},
                                        {"save", Json::Object{{"includeText", false}}}}},
      {"hoverProvider", true},
      {"completionProvider", Json::Object{{"triggerCharacters", Json::Array{":", " ", ",", "."}}}},
      {"documentLinkProvider", Json::Object{{"resolveProvider", false}}},
      {"codeLensProvider", Json::Object{{"resolveProvider", false}}},
      {"workspace",
       Json::Object{{"workspaceFolders",
                     Json::Object{{"supported", true}, {"changeNotifications", true}}}}}};
  // Without literals an action would have to be a command, and the server would have to write.
  if (client.knows_actions)
    capabilities.push_back(
        {"codeActionProvider",
         Json::Object{{"codeActionKinds", Json::Array{"quickfix", fix_all_kind}}}});
  if (client.pulls)
    capabilities.push_back({"diagnosticProvider", Json::Object{{"identifier", "mailcheck"},
                                                               {"interFileDependencies", false},
                                                               {"workspaceDiagnostics", false}}});
  return capabilities;
}

FeatureAnswer pull_diagnostics(Desk& desk, Document& document, const Json& /*params*/) {
  desk.check(document);
  Json items = diagnostics_of(document, desk.client.encoding, desk.pages());
  return Json::Object{{"kind", "full"}, {"items", std::move(items)}};
}

}  // namespace mailcheck
