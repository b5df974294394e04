#include "lint/toml_gate.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "lint/toml.hpp"
#include "mail/ascii.hpp"

namespace mailcheck {
namespace {

/// The byte after the string that begins at `begin`, where a quote stands. An unclosed string ends
/// with its line (or, for three quotes, with the text): the parser will say so.
std::size_t skip_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const std::string_view three = text.substr(begin, 3);
  const bool multi_line = three.size() == 3 && three[1] == quote && three[2] == quote;
  const std::size_t length = multi_line ? 3 : 1;
  for (std::size_t i = begin + length; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
      continue;
    }
    if (text[i] == '\n' && !multi_line)
      return i;
    if (text[i] != quote)
      continue;
    if (!multi_line)
      return i + 1;
    if (text.substr(i, 3) == three) {
      i += 3;
      while (i < text.size() && text[i] == quote)  // up to two quotes may belong to the content
        ++i;
      return i;
    }
  }
  return text.size();
}

/// Whether the header bracket at `offset` is followed by a key on its line.
bool has_table_name(std::string_view text, std::size_t offset) {
  std::size_t i = offset + 1;
  if (i < text.size() && text[i] == '[')
    ++i;
  while (i < text.size() && is_blank(text[i]))
    ++i;
  return i < text.size() && text[i] != '\n' && text[i] != '\r' && text[i] != '#' && text[i] != ']';
}

}  // namespace

std::optional<TomlRefusal> refuse_toml(std::string_view text) {
  if (text.size() > toml_size_limit)
    return TomlRefusal{toml_size_limit,
                       fmt::format("the file is larger than {} KiB", toml_size_limit / 1024)};
  if (const std::size_t bad = find_invalid_utf8(text); bad < text.size())
    return TomlRefusal{bad, "the file is not UTF-8"};

  std::size_t depth = 0;
  std::size_t dots = 0;
  bool line_start = true;
  for (std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = skip_string(text, i);
      line_start = false;
      continue;
    }
    if (c == '#') {
      i = text.find('\n', i);
      if (i == std::string_view::npos)
        break;
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x80)
      return TomlRefusal{i, "letters beyond ASCII must stand in quotes"};
    if (c == '.' && ++dots > toml_dotted_key_limit)
      return TomlRefusal{i,
                         fmt::format("a dotted key has more than {} parts", toml_dotted_key_limit)};
    if (c == '[' && line_start && depth == 0 && !has_table_name(text, i))
      return TomlRefusal{i, "a table needs a name between its brackets"};
    if ((c == '[' || c == '{') && ++depth > toml_nesting_limit)
      return TomlRefusal{i, fmt::format("brackets nest deeper than {}", toml_nesting_limit)};
    if ((c == ']' || c == '}') && depth > 0)
      --depth;
    if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}')
      dots = 0;
    line_start = c == '\n' || (line_start && is_blank(c));
    ++i;
  }
  return std::nullopt;
}

}  // namespace mailcheck
