// Links from a configuration to the files that it names: rules, word lists, what it extends.

#include <string>
#include <vector>

#include "base/file.hpp"
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
      : text_(document.text),
        folder_(parent_path(path_of_uri(document.uri))),
        map_(document.text, encoding) {}

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
    // An escape would make the text longer than the path; such a path has no link.
    const std::size_t start = map_.line_start(value.line - 1);
    const std::size_t at = text_.find(*path, start);
    if (at == std::string_view::npos || at > start + map_.line(value.line - 1).size())
      return;
    const std::string target = join_path(folder_, *path);
    links_.push_back(Json::Object{{"range", json_of(map_.range({at, at + path->size()}))},
                                  {"target", uri_of(target)}});
  }

  std::string_view text_;
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
