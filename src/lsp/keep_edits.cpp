#include "lsp/keep_edits.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "lint/config_waivers.hpp"
#include "lint/toml.hpp"
#include "lint/toml_text.hpp"
#include "lint/waivers.hpp"
#include "lsp/edits.hpp"
#include "mail/ascii.hpp"
#include "mail/draft.hpp"
#include "spelling/word_list.hpp"

namespace mailcheck {
namespace {

const HeaderField* waiver_field(const Draft& draft) {
  return draft.field("X-Mailcheck-Ignore");
}

/// Where a name goes into a field, and with what around it.
SourceEdit extend_field(const HeaderField& field, std::string_view rule) {
  const std::size_t at = field.value_span.begin;
  if (field.value.empty())
    return {{field.span.end, field.span.end}, fmt::format(" {}", rule)};
  const std::string_view separator = field.value.starts_with(';') ? "" : ", ";
  return {{at, at}, fmt::format("{}{}", rule, separator)};
}

/// Byte of a place in a TOML text: lines end with LF there, columns are code points.
std::size_t toml_offset(std::string_view text, std::size_t line, std::size_t column) {
  std::size_t start = 0;
  for (std::size_t number = 1; number < line; ++number) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos)
      return text.size();
    start = end + 1;
  }
  return start + utf8_prefix(text.substr(start), column - 1).size();
}

/// The byte below the heading `[table]`; none when no line is that.
std::optional<std::size_t> below_heading(std::string_view text, std::string_view table) {
  const std::string heading = fmt::format("[{}]", table);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = trim(text.substr(start, end - start));
    if (line.starts_with(heading)) {
      line = trim(line.substr(heading.size()));
      if (line.empty() || line.starts_with('#'))
        return std::min(end + 1, text.size());
    }
    start = end + 1;
  }
  return std::nullopt;
}

/// A line `key = value` below the heading of its table, which is added when there is none.
SourceEdit add_line(std::string_view text, std::string_view table, const std::string& line) {
  const std::string_view line_break = line_break_of(text);
  if (const std::optional<std::size_t> below = below_heading(text, table)) {
    const bool is_open = *below == text.size() && !text.ends_with('\n');
    return {{*below, *below},
            is_open ? fmt::format("{}{}{}", line_break, line, line_break)
                    : fmt::format("{}{}", line, line_break)};
  }
  const std::string_view above = text.empty() ? "" : text.ends_with('\n') ? line_break : "";
  std::string addition(above);
  if (!text.empty() && !text.ends_with('\n'))
    addition += fmt::format("{0}{0}", line_break);
  addition += fmt::format("[{}]{}{}{}", table, line_break, line, line_break);
  return {{text.size(), text.size()}, std::move(addition)};
}

const TomlValue* find_in(const TomlDocument& document, std::string_view table,
                         std::string_view key) {
  const TomlValue* value = document.root.find(table);
  const TomlTable* entries = value == nullptr ? nullptr : value->table();
  return entries == nullptr ? nullptr : entries->find(key);
}

/// The string that begins at a byte, with its quotes; empty when it is none of one line.
SourceSpan string_at(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(std::min(begin, text.size()));
  if (!rest.starts_with('"') && !rest.starts_with('\''))
    return {begin, begin};
  const std::size_t end = rest.find(rest.front(), 1);
  return {begin, end == std::string_view::npos ? begin : begin + end + 1};
}

bool is_off(const std::string& text, const std::string& rule) {
  const Result<TomlDocument> document = parse_toml("", text);
  const TomlValue* value = document ? find_in(*document, "severity", rule) : nullptr;
  return value != nullptr && value->string() != nullptr && *value->string() == "off";
}

bool has_word(const std::string& text, const std::string& word) {
  const Result<TomlDocument> document = parse_toml("", text);
  const TomlValue* value = document ? find_in(*document, "spelling", "words") : nullptr;
  const TomlArray* words = value == nullptr ? nullptr : value->array();
  return words != nullptr && std::any_of(words->begin(), words->end(), [&](const TomlValue& item) {
           return item.string() != nullptr && *item.string() == word;
         });
}

/// Whether a configuration waives a rule for the drafts of a pattern; nothing when it is broken.
std::optional<bool> is_waived(const std::string& text, const std::string& rule,
                              const std::string& path) {
  const Result<TomlDocument> document = parse_toml("", text);
  if (!document)
    return std::nullopt;
  const std::vector<TomlTable::Entry>& entries = document->root.entries;
  const auto entry =
      std::find_if(entries.begin(), entries.end(),
                   [](const TomlTable::Entry& known) { return known.key == "waiver"; });
  if (entry == entries.end())
    return false;
  const Result<std::vector<ConfigWaiver>> waivers = read_config_waivers(*document, *entry, "");
  if (!waivers)
    return std::nullopt;
  return std::any_of(waivers->begin(), waivers->end(), [&](const ConfigWaiver& waiver) {
    const std::vector<std::string>& patterns = waiver.paths.patterns;
    return waiver.target == rule && waiver.text.empty() &&
           std::find(patterns.begin(), patterns.end(), path) != patterns.end();
  });
}

}  // namespace

std::optional<SourceEdit> waive_in_draft(const Source& source, std::string_view rule) {
  const Draft draft = parse_draft(source);
  if (!draft.has_header_block || draft.fields.empty())
    return std::nullopt;
  SourceEdit edit;
  if (const HeaderField* field = waiver_field(draft)) {
    edit = extend_field(*field, rule);
  } else {
    const std::size_t at = draft.fields.back().span.end;
    edit = {{at, at}, fmt::format("{}X-Mailcheck-Ignore: {}", line_break_of(source.bytes), rule)};
  }
  Source changed = source;
  changed.bytes = edited(source.bytes, {edit});
  const std::vector<Waiver> waivers = waivers_of(parse_draft(changed));
  const bool works = std::any_of(waivers.begin(), waivers.end(),
                                 [&](const Waiver& waiver) { return waiver.target == rule; });
  return works ? std::optional(edit) : std::nullopt;
}

std::optional<SourceEdit> turn_off_in_config(const std::string& text, const std::string& rule) {
  const Result<TomlDocument> document = parse_toml("", text);
  if (!document)
    return std::nullopt;
  SourceEdit edit;
  if (const TomlValue* value = find_in(*document, "severity", rule)) {
    const SourceSpan written = string_at(text, toml_offset(text, value->line, value->column));
    if (written.empty())
      return std::nullopt;
    edit = {written, "\"off\""};
  } else {
    edit = add_line(text, "severity", fmt::format("{} = \"off\"", toml_key(rule)));
  }
  return is_off(edited(text, {edit}), rule) ? std::optional(edit) : std::nullopt;
}

std::optional<SourceEdit> waive_in_config(const std::string& text, const std::string& rule,
                                          const std::string& path) {
  const std::string_view line_break = line_break_of(text);
  if (is_waived(text, rule, path) != std::optional(false))
    return std::nullopt;
  std::string addition;
  if (!text.empty())
    addition += text.ends_with('\n') ? std::string(line_break) : fmt::format("{0}{0}", line_break);
  addition += fmt::format("[[waiver]]{0}rule = {1}{0}paths = [{2}]{0}", line_break,
                          toml_quoted(rule), toml_quoted(path));
  const SourceEdit edit{{text.size(), text.size()}, std::move(addition)};
  return is_waived(edited(text, {edit}), rule, path) == std::optional(true) ? std::optional(edit)
                                                                            : std::nullopt;
}

std::optional<SourceEdit> add_word_to_config(const std::string& text, const std::string& word) {
  const Result<TomlDocument> document = parse_toml("", text);
  if (!document || has_word(text, word))
    return std::nullopt;
  SourceEdit edit;
  if (const TomlValue* value = find_in(*document, "spelling", "words")) {
    const TomlArray* words = value->array();
    const std::size_t at = toml_offset(text, value->line, value->column) + 1;
    if (words == nullptr || at > text.size())
      return std::nullopt;
    edit = {{at, at}, toml_quoted(word) + (words->empty() ? "" : ", ")};
  } else {
    edit = add_line(text, "spelling", fmt::format("words = [{}]", toml_quoted(word)));
  }
  return has_word(edited(text, {edit}), word) ? std::optional(edit) : std::nullopt;
}

std::optional<SourceEdit> add_word_to_list(const std::string& text, const std::string& word) {
  const std::string_view line_break = line_break_of(text);
  const bool is_open = !text.empty() && !text.ends_with('\n') && !text.ends_with('\r');
  SourceEdit edit{{text.size(), text.size()},
                  fmt::format("{}{}{}", is_open ? line_break : "", word, line_break)};
  const std::vector<std::string> before = parse_word_list(text);
  const std::vector<std::string> after = parse_word_list(edited(text, {edit}));
  const bool is_known = std::find(before.begin(), before.end(), word) != before.end();
  const bool works = after.size() == before.size() + 1 && after.back() == word;
  return works && !is_known ? std::optional(edit) : std::nullopt;
}

}  // namespace mailcheck
