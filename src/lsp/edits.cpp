#include "lsp/edits.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace mailcheck {
namespace {

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

Json text_edits(std::string_view text, const std::vector<SourceEdit>& edits,
                PositionEncoding encoding) {
  const PositionMap map(text, encoding);
  Json::Array array;
  for (const SourceEdit& edit : edits)
    array.push_back(Json::Object{{"range", json_of(map.range(edit.span))}, {"newText", edit.text}});
  return array;
}

Json document_edit(const std::string& uri, std::optional<std::int64_t> version, Json edits) {
  return Json::Object{
      {"textDocument", Json::Object{{"uri", uri}, {"version", version ? Json(*version) : Json()}}},
      {"edits", std::move(edits)}};
}

Json workspace_edit(const Client& client, const std::string& uri,
                    std::optional<std::int64_t> version, Json edits) {
  if (!client.edits_by_version)
    return Json::Object{{"changes", Json::Object{{uri, std::move(edits)}}}};
  return Json::Object{
      {"documentChanges", Json::Array{document_edit(uri, version, std::move(edits))}}};
}

}  // namespace

std::string edited(std::string_view text, const std::vector<SourceEdit>& edits) {
  std::string out;
  std::size_t done = 0;
  for (const SourceEdit& edit : edits) {
    out.append(text.substr(done, edit.span.begin - done)).append(edit.text);
    done = edit.span.end;
  }
  return out.append(text.substr(done));
}

SourceEdit difference(std::string_view before, std::string_view after) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head])
    ++head;
  while (head > 0 && (is_continuation(before, head) || is_continuation(after, head)))
    --head;
  // An editor has no position between CR and LF.
  if (head > 0 && before[head - 1] == '\r')
    --head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  while (tail > 0 &&
         (is_continuation(before, before.size() - tail) || before[before.size() - tail] == '\n'))
    --tail;
  return {{head, before.size() - tail},
          std::string(after.substr(head, after.size() - tail - head))};
}

std::optional<Json> edit_of_document(const Client& client, const Document& document,
                                     const std::vector<SourceEdit>& edits) {
  for (const SourceEdit& edit : edits) {
    if (find_invalid_utf8(edit.text) != edit.text.size())
      return std::nullopt;
  }
  return workspace_edit(client, document.uri, document.version,
                        text_edits(document.text, edits, client.encoding));
}

std::optional<Json> edit_of_file(const Client& client, const TargetFile& file,
                                 const SourceEdit& edit) {
  Json edits = text_edits(file.text, {edit}, client.encoding);
  if (!file.is_missing)
    return workspace_edit(client, file.uri, file.version, std::move(edits));
  if (!client.creates_files)
    return std::nullopt;
  Json create = Json::Object{
      {"kind", "create"}, {"uri", file.uri}, {"options", Json::Object{{"ignoreIfExists", true}}}};
  return Json::Object{
      {"documentChanges",
       Json::Array{std::move(create), document_edit(file.uri, {}, std::move(edits))}}};
}

std::string_view line_break_of(std::string_view text) {
  const std::size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos || text[end] == '\n')
    return "\n";
  return text.substr(end).starts_with("\r\n") ? "\r\n" : "\r";
}

}  // namespace mailcheck
