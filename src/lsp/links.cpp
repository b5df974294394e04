// Links from a configuration to the files that it names: rules, word lists, what it extends.

#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "lint/presets.hpp"
#include "lint/toml.hpp"
#include "lsp/features.hpp"
#include "lsp/path.hpp"
#include "report/uri.hpp"

namespace mailcheck {
namespace {

/// Adds a link for a string, or for each of a list, if it stands in the text as it is.
class Links {
 public:
  Links(const Document& document, PositionEncoding encoding)
      : folder_(parent_path(path_of_uri(document.uri))), map_(document.text, encoding) {}

  void add(const TomlValue* value) {
    if (value == nullptr)
      return;
    if (const TomlArray* items = value->array()) {
      for (const TomlValue& item : *items)
        add_path(item);
    } else {
      add_path(*value);
    }
  }

  [[nodiscard]] Json take() { return std::move(links_); }

 private:
  void add_path(const TomlValue& value) {
    const std::string* path = value.string();
    if (path == nullptr || path->empty() || path->starts_with(preset_prefix) || value.line == 0)
      return;
    const std::string_view line = map_.line(value.line - 1);
    const std::size_t quote = utf8_prefix(line, value.column - 1).size();
    // An escape would make the text longer than the path; such a path has no link.
    if (quote >= line.size() || !line.substr(quote + 1).starts_with(*path))
      return;
    const std::size_t at = map_.line_start(value.line - 1) + quote + 1;
    const std::string target = join_path(folder_, *path);
    links_.push_back(Json::Object{{"range", json_of(map_.range({at, at + path->size()}))},
                                  {"target", uri_of(target)}});
  }

  std::string folder_;
  PositionMap map_;
  Json::Array links_;
};

}  // namespace

FeatureAnswer document_links(Desk& desk, Document& document, const Json& /*params*/) {
  if (document.kind != DocumentKind::configuration || path_of_uri(document.uri).empty())
    return Json(Json::Array());
  const Result<TomlDocument> config = parse_toml("", document.text);
  if (!config)
    return Json(Json::Array());
  Links links(document, desk.client.encoding);
  links.add(config->root.find("extends"));
  links.add(config->root.find("rules"));
  const TomlValue* spelling = config->root.find("spelling");
  if (spelling != nullptr && spelling->table() != nullptr)
    links.add(spelling->table()->find("dictionaries"));
  return links.take();
}

}  // namespace mailcheck
