#include "lsp/client.hpp"

#include <algorithm>
#include <utility>

#include "lsp/path.hpp"

namespace mailcheck {
namespace {

bool holds(const Json& array, std::string_view wanted) {
  const Json::Array* items = array.array();
  return items != nullptr && std::any_of(items->begin(), items->end(), [&](const Json& item) {
           return item.string() != nullptr && *item.string() == wanted;
         });
}

/// The first of the client's encodings that is known here; its order is its preference.
PositionEncoding agreed_encoding(const Json& encodings) {
  if (const Json::Array* names = encodings.array()) {
    for (const Json& name : *names) {
      const std::optional<PositionEncoding> encoding =
          name.string() == nullptr ? std::nullopt : encoding_named(*name.string());
      if (encoding)
        return *encoding;
    }
  }
  return PositionEncoding::utf16;
}

}  // namespace

std::vector<std::string> read_folders(const Json& folders) {
  std::vector<std::string> paths;
  if (const Json::Array* items = folders.array()) {
    for (const Json& item : *items) {
      const std::string* uri = item["uri"].string();
      if (std::string path = uri == nullptr ? std::string() : path_of_uri(*uri); !path.empty())
        paths.push_back(std::move(path));
    }
  }
  return paths;
}

Client read_client(const Json& params) {
  Client client;
  const Json& capabilities = params["capabilities"];
  const Json& workspace = capabilities["workspace"];
  const Json& document = capabilities["textDocument"];
  const Json& edits = workspace["workspaceEdit"];
  client.encoding = agreed_encoding(capabilities["general"]["positionEncodings"]);
  client.edits_by_version = edits.flag("documentChanges");
  client.creates_files = client.edits_by_version && holds(edits["resourceOperations"], "create");
  client.reads_markdown = holds(document["hover"]["contentFormat"], "markdown");
  client.shows_pages = document["publishDiagnostics"].flag("codeDescriptionSupport");
  client.knows_actions = !document["codeAction"]["codeActionLiteralSupport"].is_null();
  client.pulls = !document["diagnostic"].is_null();
  client.pulls_anew = workspace["diagnostics"].flag("refreshSupport");
  client.refreshes_lenses = workspace["codeLens"].flag("refreshSupport");
  client.watches_files = workspace["didChangeWatchedFiles"].flag("dynamicRegistration");
  client.folders = read_folders(params["workspaceFolders"]);
  client.process = params["processId"].integer();
  if (client.folders.empty()) {
    const std::string* uri = params["rootUri"].string();
    const std::string* path = params["rootPath"].string();
    if (uri != nullptr && !path_of_uri(*uri).empty())
      client.folders.push_back(path_of_uri(*uri));
    else if (uri == nullptr && path != nullptr && path->starts_with('/'))
      client.folders.push_back(*path);
  }
  return client;
}

}  // namespace mailcheck
